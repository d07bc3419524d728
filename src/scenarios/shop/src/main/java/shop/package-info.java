/** A shop that counts its sales; what all scenarios have in common. */
package shop;
