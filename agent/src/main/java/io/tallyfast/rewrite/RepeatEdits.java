package io.tallyfast.rewrite;

import io.tallyfast.analysis.MapSite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The sites of a method whose code runs again when another thread came in between. Made before the
 * method is changed, and run once, after the sites that merge; not thread-safe.
 */
final class RepeatEdits {
  private final Map<MapSite, Integer> numbers;
  private final Map<AbstractInsnNode, WriteFrame> frames;

  RepeatEdits(ClassNode owner, MethodNode method, Map<MapSite, Integer> numbers) {
    this.numbers = numbers;
    Set<AbstractInsnNode> loops = new HashSet<>();
    for (MapSite site : numbers.keySet()) {
      if (site.repeat() != null) {
        loops.add(site.write());
      } else if (site.retry() != null) {
        loops.add(site.write());
        loops.add(site.retry().start());
      }
    }
    boolean framed = !loops.isEmpty() && (owner.version & 0xFFFF) >= Opcodes.V1_6;
    this.frames = framed ? WriteFrame.of(owner.name, method, loops) : Map.of();
  }

  void edit(FreshLocals locals, Emit emit) {
    Map<AbstractInsnNode, RetryStart> starts = new HashMap<>();
    for (Map.Entry<MapSite, Integer> each : numbers.entrySet()) {
      MapSite site = each.getKey();
      WriteFrame frame = frames.get(site.write());
      if (site.repeat() != null) {
        new MapRepeatEdit(site, locals, emit).edit(frame, each.getValue());
      } else if (site.retry() != null) {
        RetryStart start = starts.get(site.retry().start());
        if (start == null) {
          start = new RetryStart(site, frames.get(site.retry().start()), locals, emit);
          starts.put(site.retry().start(), start);
        }
        new MapRetryEdit(site, start, locals, emit).edit(frame, each.getValue());
      }
    }
  }
}
