// What net472 lacks, in one file, so that no other file needs an #if.
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Compat;

internal static class Shims
{
#if !NETFRAMEWORK
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

#endif
    /// <summary>Waits on the given clock, so that tests can own the time.</summary>
    public static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        time.Delay(delay, cancellationToken);
#else
        Task.Delay(delay, time, cancellationToken);
#endif

    /// <summary>A source that cancels itself after <paramref name="delay"/> on the given clock.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NETFRAMEWORK
        time.CreateCancellationTokenSource(delay);
#else
        new(delay, time);
#endif

    /// <summary>A folder that on Unix only its owner may open; Windows has the user's folders so by itself.</summary>
    public static void CreatePrivateFolder(string path)
    {
#if NETFRAMEWORK
        Directory.CreateDirectory(path);
#else
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
#endif
    }

    /// <summary>A folder with the permissions of another; Windows inherits them by itself.</summary>
    public static void CreateFolderLike(string folder, string path)
    {
        Directory.CreateDirectory(path);
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(folder));
        }
#endif
    }

    /// <summary>
    /// Whether a path may lead to content. Unix shows it without opening, where a pipe would be waited for: pipes, devices,
    /// sockets and files of /proc have no size. Windows shows it once the file is open.
    /// </summary>
    public static bool HasContent(string path)
    {
#if NETFRAMEWORK
        return true;
#else
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        // What a process holds open shows as a link to no path, as pipe:[4711]
        var full = Path.GetFullPath(path);
        var target = File.ResolveLinkTarget(full, returnFinalTarget: true) ?? new FileInfo(full);
        return target is not FileInfo file || (file.Exists ? file.Length > 0 : !file.Name.Contains(":["));
#endif
    }

    /// <summary>
    /// Opens a file, made where there is none, for nobody else at the same time. On Unix who may read and write in its folder
    /// may do so with the file, from its first moment on. An existing one is not asked to be created, which Linux refuses
    /// for another account's file in a folder like /tmp.
    /// </summary>
    public static FileStream OpenAlone(string path, FileOptions options = FileOptions.None)
    {
        if (File.Exists(path))
        {
            return new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
#if NETFRAMEWORK
        return new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
#else
        var creation = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, Options = options,
        };
        if (OperatingSystem.IsWindows())
        {
            return new(path, creation);
        }

        var mode = File.GetUnixFileMode(Path.GetDirectoryName(Path.GetFullPath(path))!) & ReadWrite;
        creation.UnixCreateMode = mode;
        FileStream file = new(path, creation);
        File.SetUnixFileMode(file.SafeFileHandle, mode);
        return file;
#endif
    }

    /// <summary>
    /// Puts one file in the place of another, at once. Windows' own move refuses to while anybody reads the other one; its replace
    /// does not, if the reader shares deletion.
    /// </summary>
    public static void ReplaceFile(string from, string to)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            File.Move(from, to, overwrite: true);
            return;
        }

#endif
        if (File.Exists(to))
        {
            File.Replace(from, to, destinationBackupFileName: null);
        }
        else
        {
            File.Move(from, to);
        }
    }

    /// <summary>The UTF-8 bytes of a stretch of text.</summary>
    public static unsafe int Utf8ByteCount(string text, int start, int length)
    {
#if NETFRAMEWORK
        fixed (char* first = text)
        {
            return System.Text.Encoding.UTF8.GetByteCount(first + start, length);
        }
#else
        return System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(start, length));
#endif
    }

    /// <summary>The first surrogate at or after an index; -1 where there is none.</summary>
    public static int IndexOfSurrogate(string text, int start)
    {
#if NETFRAMEWORK
        while (start < text.Length && !char.IsSurrogate(text[start]))
        {
            start++;
        }

        return start < text.Length ? start : -1;
#else
        var found = start < text.Length ? text.AsSpan(start).IndexOfAnyInRange('\uD800', '\uDFFF') : -1;
        return found < 0 ? -1 : start + found;
#endif
    }

    /// <summary>
    /// The handler, for the system's proxy as wrapped. Never follows redirects: the key is in the URL (DESIGN, decision 7).
    /// Core leaves TLS to the system, and renews connections so that a long-lived prompt notices a changed DNS entry. Windows
    /// PowerShell's own defaults are older TLS and two connections a host for all robots together.
    /// </summary>
    public static HttpMessageHandler CreateHandler(Func<IWebProxy?, IWebProxy> wrapProxy) =>
#if NETFRAMEWORK
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = wrapProxy(WebRequest.DefaultWebProxy),
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
            MaxConnectionsPerServer = 16,
        };
#else
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = wrapProxy(HttpClient.DefaultProxy),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // A time-out must not wait for the rest of an answer
            ResponseDrainTimeout = TimeSpan.Zero,
        };
#endif
}
