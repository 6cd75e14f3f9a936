package org.konbit.simulation.report;

import java.util.List;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.reform.Reform;
import org.konbit.simulation.run.Results;
import org.konbit.simulation.run.Settings;
import org.konbit.simulation.status.Controls;
import org.konbit.simulation.synthetic.Synthesis;

/**
 * A finished run: what was asked, of whom, and what came of it.
 *
 * @param states whose people were in it
 * @param lawDigest of the law in force
 * @param reformDigest of the law with the reform
 * @param fits how near the totals of a synthetic population came; empty for survey microdata
 */
public record Run(
    Reform reform,
    List<String> states,
    Microdata people,
    Settings settings,
    String scenario,
    String lawDigest,
    String reformDigest,
    List<Controls> controls,
    List<Synthesis.Fit> fits,
    Results results) {
  static final String SYNTHETIC = "SYNTHETIC PEOPLE";

  /**
   * What every output says of the people, so that made-up ones are never taken for counted ones.
   */
  String about() {
    return people.isSynthetic()
        ? SYNTHETIC + ", made by a program and weighted to published totals: " + people.source()
        : people.source();
  }
}
