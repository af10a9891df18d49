using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WeComRobot.RateLimiting;

/// <summary>
/// A window's state in a file: a header and the slots, as they lie in memory. Both are read and written twice for every message, so
/// what nobody else has changed is not read anew, and what has not changed is not written.
/// </summary>
internal sealed class WindowFile
{
    private const int MaxBytes = 1024 * 1024;

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
    /// Writes the state over what was read, in one step, so that a process that dies leaves the old or the new state. What is left of a
    /// longer old state is not read.
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

    private bool IsUpToDate => Content(_read, _readBytes).StartsWith(Content(_written, _writtenBytes));

    private static Span<byte> Content(byte[] buffer, int length) => buffer.AsSpan(0, length);

    private void ReadAll(FileStream file)
    {
        _readBytes = 0;
        for (int read; (read = file.Read(_read, _readBytes, _read.Length - _readBytes)) > 0;)
        {
            _readBytes += read;
            if (_readBytes < _read.Length)
            {
                return;
            }

            Array.Resize(ref _read, Math.Min(2 * _read.Length, MaxBytes));
        }
    }

    private WindowState? Parse()
    {
        if (_readBytes < HeaderBytes)
        {
            return _readBytes == 0 ? new() : null;
        }

        var header = MemoryMarshal.Read<Header>(_read);
        var slots = MemoryMarshal.Cast<byte, Slot>(Content(_read, _readBytes).Slice(HeaderBytes));
        return header.Magic != Magic || header.Slots < 0 || header.Slots > slots.Length ? null : new()
        {
            Slots = [.. slots.Slice(0, (int)header.Slots)],
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
