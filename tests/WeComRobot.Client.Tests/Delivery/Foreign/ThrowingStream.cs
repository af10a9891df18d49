using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Delivery.Foreign;

/// <summary>A stream that holds some bytes, and throws where it is told to.</summary>
/// <param name="content">Its bytes; every read gives one.</param>
internal sealed class ThrowingStream(byte[] content) : MemoryStream(content)
{
    public Action AtRead { get; init; } = () => { };

    public Action AtWrite { get; init; } = () => { };

    public Action AtClose { get; init; } = () => { };

    /// <summary>How often it was read from its beginning.</summary>
    public int Passes { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Passes += Position == 0 ? 1 : 0;
        AtRead();
        return base.Read(buffer, offset, Math.Min(count, 1));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        AtWrite();
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        AtWrite();
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        AtClose();
        base.Dispose(disposing);
    }
}
