/** The shop in Spring Boot. */
package shop.boot;
