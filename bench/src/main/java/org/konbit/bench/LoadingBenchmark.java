package org.konbit.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.konbit.rules.pack.RulePacks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Reading, checking and compiling all shipped packs: the first time in a JVM, and once it is warm.
 */
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadingBenchmark {
  @Benchmark
  public Object packs() {
    return RulePacks.shipped(List.of());
  }
}
