package org.konbit.toolkit.web;

import org.konbit.web.QrPicture;

/**
 * What a page says of itself once it is printed.
 *
 * @param printed the day, and that it may have changed since
 * @param address where it can be read again
 * @param code the same for a phone's camera
 */
public record Paper(String printed, String address, QrPicture code) {}
