/** What a part of the server looks like to the rest: modules, their tools, and their arguments. */
package com.acme.memory.module;
