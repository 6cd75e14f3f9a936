/**
 * How fast Konbit is, measured. Whatever {@code docs/performance.md} claims comes out of here; bars
 * stand beside the figures in {@link org.konbit.bench.Bench}.
 */
@NullMarked
package org.konbit.bench;

import org.jspecify.annotations.NullMarked;
