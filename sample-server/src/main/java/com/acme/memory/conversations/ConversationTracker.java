package com.acme.memory.conversations;

import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Follows conversations: how many there are, and how many turns and words they have. */
public final class ConversationTracker implements Module {

  /** Who may say something. */
  static final List<String> ROLES = List.of("user", "assistant", "system");

  private static final int TURNS = 0;
  private static final int WORDS = 1;

  private final TurnListener listener;
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, int[]> roles = new LinkedHashMap<>();
  private volatile int started;
  private int ended;
  private long turns;
  private int maxTurns;

  /** Creates a tracker; the listener is told of every turn. */
  public ConversationTracker(TurnListener listener) {
    this.listener = listener;
    ROLES.forEach(role -> roles.put(role, new int[2]));
  }

  /** Begins a conversation and returns its id. */
  String start() {
    String id = UUID.randomUUID().toString();
    sessions.put(id, new Session());
    open.add(id);
    int before = started;
    started = before + 1;
    return id;
  }

  /** Ends a conversation, and returns whether it was open. Its counts stay. */
  boolean end(String id) {
    boolean was = open.remove(id);
    if (was) {
      ended++;
    }
    return was;
  }

  boolean isOpen(String id) {
    return open.contains(id);
  }

  /** Notes a turn of an open conversation, and returns whether the listener will look at it. */
  boolean add(Turn turn) {
    int words = turn.words();
    Session session = sessions.get(turn.conversation());
    if (session == null) {
      session = new Session();
      sessions.put(turn.conversation(), session);
    }
    session.words += words;
    int count = ++session.turns;
    if (count > maxTurns) {
      maxTurns = count;
    }
    turns++;
    roles.get(turn.role())[TURNS]++;
    roles.get(turn.role())[WORDS] += words;
    return listener.said(turn);
  }

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public List<Tool> tools() {
    return List.of(
        new StartTool(this), new TurnTool(this), new TranscriptTool(this), new EndTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of(
        "sessions", started,
        "ended", ended,
        "turns", turns,
        "max_turns", maxTurns,
        "by_session", sessions,
        "by_role", roles);
  }
}
