/** People at the desk: looking for somebody, one person's page, consents. */
@org.jspecify.annotations.NullMarked
package org.konbit.clients.desk;
