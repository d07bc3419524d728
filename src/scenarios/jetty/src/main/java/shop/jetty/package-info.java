/** Jetty, with the shop in it. */
package shop.jetty;
