using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.State;

/// <summary>The latest entries, in order. The oldest ones leave when there are too many, or when they are too large together.</summary>
internal sealed class EntryQueue
{
    public const int MaxEntries = 10_000;

    /// <summary>Some thirty pictures of the largest size: a simulator that runs for weeks must not fill the memory.</summary>
    public const int MaxLength = 100 * 1024 * 1024;

    private readonly Queue<ChatEntry> _entries = new();
    private int _length;

    public void Add(ChatEntry entry)
    {
        _entries.Enqueue(entry);
        _length += entry.Length;
        while (_entries.Count > MaxEntries || (_length > MaxLength && _entries.Count > 1))
        {
            _length -= _entries.Dequeue().Length;
        }
    }

    public ChatEntry[] After(long id) => [.. _entries.SkipWhile(entry => entry.Id <= id)];

    public ChatEntry? FindLastWithBodyOf(ChatEntry entry) => _entries.LastOrDefault(entry.HasBodyOf);

    public ChatEntry? Find(long id) => _entries.FirstOrDefault(entry => entry.Id == id);

    public void Clear()
    {
        _entries.Clear();
        _length = 0;
    }
}
