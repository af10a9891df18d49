using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Http;

/// <summary>
/// A request body that knows whether the post has begun. HttpClient reads the body only once it has a connection, so before that
/// nothing can have arrived (architecture.md#retries).
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly HttpContent _inner;

    public TrackedContent(HttpContent inner)
    {
        _inner = inner;
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public bool HasBegun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        HasBegun = true;
        return _inner.CopyToAsync(stream, context);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
