/** The shop as a bundle. */
package shop.felix;
