using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WeComRobot.RateLimiting;

/// <summary>
/// A window's state in a file: a header and the slots, as they lie in memory. The file is read and written twice for every message, so
/// bytes that nobody else has changed are not parsed again, and a state that has not changed is not written.
/// </summary>
internal sealed class WindowFile
{
    private const int MaxSlots = 20 * RateLimit.MaxMessages;

    // Also the version: a process of another version sees a damaged file, and counts anew
    private const long Magic = 0x31_57_52_6D_6F_43_65_57; // WeComRW1

    private static readonly int HeaderBytes = Unsafe.SizeOf<Header>();
    private static readonly int SlotBytes = Unsafe.SizeOf<Slot>();

    private byte[] _read = new byte[4096];
    private byte[] _written = new byte[4096];
    private int _readBytes;
    private int _writtenBytes;

    /// <summary>Reads the state, which is empty for a new file; null if the file is damaged.</summary>
    /// <param name="file">The file, which is held open.</param>
    /// <param name="known">The state that was written last, which is returned if the file still contains it.</param>
    public WindowState? Read(FileStream file, WindowState known)
    {
        ReadAll(file);
        return _writtenBytes > 0 && IsUpToDate ? known : Parse();
    }

    /// <summary>
    /// Writes the state over what was read, in one write: a process that dies leaves the old or the new state, at least of up to 100
    /// slots, which fit into a page. What is left of a longer old state is not read.
    /// </summary>
    public void Write(FileStream file, WindowState state)
    {
        Format(state);
        if (!IsUpToDate)
        {
            file.Position = 0;
            file.Write(_written, 0, _writtenBytes);
        }
    }

    /// <summary>The state has changed without being written: the file is read anew next time.</summary>
    public void Forget() => _writtenBytes = 0;

    private bool IsUpToDate => Content(_read, _readBytes).SequenceEqual(Content(_written, _writtenBytes));

    private static Span<byte> Content(byte[] buffer, int length) => buffer.AsSpan(0, length);

    /// <summary>Reads as much as the header says that there is. A read may return less than there is, as from a share.</summary>
    private void ReadAll(FileStream file)
    {
        _readBytes = 0;
        var wanted = HeaderBytes;
        for (int read; _readBytes < wanted && (read = file.Read(_read, _readBytes, _read.Length - _readBytes)) > 0;)
        {
            _readBytes += read;
            wanted = _readBytes < HeaderBytes ? HeaderBytes : MeasureContent();
            if (wanted > _read.Length)
            {
                Array.Resize(ref _read, wanted);
            }
        }

        _readBytes = Math.Min(_readBytes, wanted);
    }

    /// <summary>The bytes of header and slots; those of the header alone if it is damaged.</summary>
    private int MeasureContent()
    {
        var header = MemoryMarshal.Read<Header>(_read);
        return header.Magic == Magic && header.Slots >= 0 && header.Slots <= MaxSlots ? HeaderBytes + (SlotBytes * (int)header.Slots) : HeaderBytes;
    }

    private WindowState? Parse()
    {
        if (_readBytes < HeaderBytes)
        {
            return _readBytes == 0 ? new() : null;
        }

        var header = MemoryMarshal.Read<Header>(_read);
        var slots = MemoryMarshal.Cast<byte, Slot>(Content(_read, _readBytes).Slice(HeaderBytes));
        return header.Magic != Magic || header.Slots != slots.Length ? null : new()
        {
            Slots = [.. slots],
            Closed = header.Closed == default ? null : header.Closed,
            Limit = header.Messages == 0 ? null : new((int)header.Messages, new(header.Window)),
        };
    }

    private void Format(WindowState state)
    {
        _writtenBytes = HeaderBytes + (SlotBytes * state.Slots.Count);
        if (_writtenBytes > _written.Length)
        {
            _written = new byte[2 * _writtenBytes];
        }

        var content = Content(_written, _writtenBytes);
        MemoryMarshal.Cast<byte, Header>(content.Slice(0, HeaderBytes))[0] =
            new(Magic, state.Slots.Count, state.Closed ?? default, state.Limit?.Messages ?? 0, state.Limit?.Window.Ticks ?? 0);
        var slots = MemoryMarshal.Cast<byte, Slot>(content.Slice(HeaderBytes));
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = state.Slots[i];
        }
    }

    /// <summary>What stands before the slots. Numbers that are 0 stand for what is not there.</summary>
    private readonly record struct Header(long Magic, long Slots, Moment Closed, long Messages, long Window);
}
