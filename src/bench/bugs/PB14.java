import java.lang.reflect.Field;
import org.jivesoftware.openfire.session.LocalClientSession;
import org.jivesoftware.openfire.session.LocalSession;
import org.jivesoftware.openfire.streammanagement.StreamManager;
import sun.misc.Unsafe;

/** Packets of a session, beside a time stamp and a call that counts in another object. */
public final class PB14 implements Drive.Bug {
  private final LocalClientSession session;

  public PB14() throws ReflectiveOperationException {
    Field field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Unsafe unsafe = (Unsafe) field.get(null);
    session = (LocalClientSession) unsafe.allocateInstance(LocalClientSession.class);
    Field manager = LocalSession.class.getDeclaredField("streamManager");
    unsafe.putObject(
        session, unsafe.objectFieldOffset(manager), unsafe.allocateInstance(StreamManager.class));
  }

  @Override
  public void hit() {
    session.incrementClientPacketCount();
  }

  @Override
  public long counted() {
    return session.getNumClientPackets();
  }
}
