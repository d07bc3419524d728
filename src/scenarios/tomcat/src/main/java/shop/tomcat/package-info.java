/** Tomcat, with the shop in it. */
package shop.tomcat;
