/** The shop as a web application. */
package shop.war;
