package io.tallyfast.analysis;

import java.util.BitSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class of which only the methods are parsed that can have a part in whether there is a site; the
 * others have no code. A class without sites, as most are, is told for a fraction of the work. Used
 * once; not thread-safe.
 */
public final class PartialClass extends ClassNode {
  private final BitSet interesting;
  private int next;

  private PartialClass(BitSet interesting) {
    super(Opcodes.ASM9);
    this.interesting = interesting;
  }

  /**
   * Parses what may matter of a class.
   *
   * @param classFile what the reader reads
   * @param fields the fields that are of interest
   * @param names the maps that are because of their fields' names; null for none
   * @return null when that cannot be told, so that all of it may
   */
  public static ClassNode read(
      ClassReader reader, byte[] classFile, FieldScope fields, MapNames names) {
    BitSet interesting =
        MethodInterest.of(classFile, fields, names == null ? MapNames.NONE : names);
    if (interesting == null) {
      return null;
    }
    PartialClass part = new PartialClass(interesting);
    reader.accept(part, ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
    return part;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor all = super.visitMethod(access, name, descriptor, signature, exceptions);
    return interesting.get(next++) ? all : null;
  }
}
