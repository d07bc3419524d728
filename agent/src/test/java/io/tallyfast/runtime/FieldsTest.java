package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;

/** Fields that are changed in one step, and those that cannot be. */
class FieldsTest {
  private static final MethodType ADDS = MethodType.methodType(int.class, Object.class, int.class);
  private static final MethodType REPLACES =
      MethodType.methodType(boolean.class, Object.class, int.class, int.class, int.class);

  private static final class Holder {
    private int hits;
    private int secret;
  }

  @Test
  void addsInOneStepWhatTheCallerMayChange() throws Throwable {
    Holder holder = new Holder();

    CallSite site = Fields.link(MethodHandles.lookup(), "addOld", ADDS, field("hits"));

    assertThat((int) site.getTarget().invoke(holder, 5)).isZero();
    assertThat(holder.hits).isEqualTo(5);
    assertThat(Fields.notAtomic()).noneMatch(line -> line.contains("Holder.hits"));
  }

  @Test
  void replacesOnlyWhatWasRead() throws Throwable {
    Holder holder = new Holder();
    holder.hits = 7;

    CallSite site = Fields.link(MethodHandles.lookup(), "replace", REPLACES, field("hits"));

    assertThat((boolean) site.getTarget().invoke(holder, 9, 8, -1)).isFalse();
    assertThat(holder.hits).isEqualTo(7);
    assertThat((boolean) site.getTarget().invoke(holder, 9, 7, -1)).isTrue();
    assertThat(holder.hits).isEqualTo(9);
  }

  @Test
  void countsAsBeforeWhatCannotBeChangedInOneStepAndSaysWhy() throws Throwable {
    Holder holder = new Holder();
    MethodHandles.Lookup stranger = MethodHandles.lookup().in(GuardedTypes.class);

    CallSite site = Fields.link(stranger, "addOld", ADDS, field("secret"));

    assertThat((int) site.getTarget().invoke(holder, 5)).isZero();
    assertThat(holder.secret).isEqualTo(5);
    assertThat(Fields.notAtomic())
        .anyMatch(
            line ->
                line.startsWith(stranger.lookupClass().getName() + ".secret: ")
                    && line.contains("IllegalAccessException"));
  }

  private static String field(String name) {
    return "F" + Holder.class.getName().replace('.', '/') + "." + name + ":I";
  }
}
