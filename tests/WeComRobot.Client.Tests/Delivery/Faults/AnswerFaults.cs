using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Simulator;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>What can be answered, by the service and by what stands in its place.</summary>
internal static class AnswerFaults
{
    private const long HundredMegabytes = 100 * 1024 * 1024;
    private const string Gzip = "Content-Type: application/json\r\nContent-Encoding: gzip\r\n";

    // Virtual time begins at 08:00:00
    private const string HalfAMinuteFromNow = "Wed, 04 Jun 2025 08:00:30 GMT";

    private static readonly Lazy<byte[]> Bomb = new(() => Packed(new byte[HundredMegabytes]));
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        Foreign("HTML with 200", "Sign in", new() { Body = "<html><title>Sign in to the network</title></html>" }),
        Foreign("HTTP 302", "HTTP 302", new() { Status = 302, Headers = Header("Location", "http://127.0.0.1:9/login") }),
        Foreign("HTTP 404", "HTTP 404", new() { Status = 404, Body = "not here" }),
        Foreign("HTTP 204", "HTTP 204", new() { Status = 204 }),
        Foreign("errcode 0 under HTTP 404", "HTTP 404", new() { Status = 404, ErrCode = 0 }),
        Raw(Foreign("page of 100 MB", "<html>xxx"), post => post.AnswerEndlesslyAsync("<html>", HundredMegabytes)),

        Unknown("empty 200", "empty", new() { Body = "", Accept = true }) with { Arrives = true },
        Unknown("empty 200 of a proxy", "empty", new() { Body = "" }),
        Unknown("cut JSON", "errcode", new() { Body = "{\"errcode\":0,\"errm", Accept = true }) with { Arrives = true },
        Raw(Unknown("JSON of 100 MB", "errcode"), post => post.AnswerEndlesslyAsync("{\"errcode\":0,\"errmsg\":\"", HundredMegabytes)),
        Raw(Unknown("gzip bomb of 100 MB", "encoding gzip"), post => post.AnswerAsync(Bomb.Value, Gzip)),
        Raw(Unknown("gzip that is cut", "encoding gzip"), post => post.AnswerAsync(Packed(Ok)[..^12], Gzip)),
        Raw(Unknown("gzip that is whole", "encoding gzip") with { Arrives = true }, post => post.AnswerAsync(Packed(Ok), Gzip), accepts: true),
        Unknown("gzip that is none", "encoding gzip", new() { Body = "\u001F\u008Bnot gzip", Headers = Header("Content-Encoding", "gzip") }),
        Unknown("deflate that is none", "encoding deflate", new() { Body = "not deflate", Headers = Header("Content-Encoding", "deflate") }),
        Unknown("two encodings", "encoding br, zstd", new() { Body = "?", Headers = Header("Content-Encoding", "br, zstd") }),
        Unknown("HTTP 500", "HTTP 500", new() { Status = 500 }),
        Unknown("HTTP 502", "HTTP 502", new() { Status = 502, Accept = true }) with { Arrives = true },
        Unknown("HTTP 503", "HTTP 503", new() { Status = 503 }),
        Unknown("HTTP 504", "HTTP 504", new() { Status = 504, Accept = true }) with { Arrives = true },

        new("HTTP 407", FailureCause.NotSent, SentAgain.Never, Kept.Pending, "HTTP 407") { Simulated = new() { Status = 407 } },
        Limited("HTTP 429", new() { Status = 429 }),
        Limited("HTTP 429 with seconds", new() { Status = 429, Headers = Header("Retry-After", "30") }) with { ComeBackAfter = HalfAMinute },
        Limited("HTTP 429 with a date", new() { Status = 429, Headers = Header("Retry-After", HalfAMinuteFromNow) }) with { ComeBackAfter = HalfAMinute },
        Limited("HTTP 503 with seconds", new() { Status = 503, Headers = Header("Retry-After", "30") }) with { ComeBackAfter = HalfAMinute },
        Limited("HTTP 503 with a date", new() { Status = 503, Headers = Header("Retry-After", HalfAMinuteFromNow) }) with { ComeBackAfter = HalfAMinute },

        Limited("errcode 45009", new() { ErrCode = 45009 }) with { ComeBackAfter = TimeSpan.FromMinutes(1) },
        Limited("errcode 45033", new() { ErrCode = 45033 }),
        Code("errcode -1", -1, FailureCause.Refused, SentAgain.Later, Kept.Pending),
        Code("errcode 93000", 93000, FailureCause.WebhookRefused, SentAgain.Never, Kept.Pending),
        Code("errcode 93004", 93004, FailureCause.WebhookRefused, SentAgain.Never, Kept.Pending),
        Code("errcode 40007", 40007, FailureCause.Refused, SentAgain.Never, Kept.No),
        Code("errcode 40008", 40008, FailureCause.Refused, SentAgain.Never, Kept.No),

        Delivered("errcode 0 with a warning", "wrong json format") with
        {
            Simulated = new() { ErrCode = 0, ErrMsg = "Warning: wrong json format. , hint: [1575627891_1]", Accept = true },
        },
        Raw(Delivered("plain JSON that calls itself gzip", ""), post => post.AnswerAsync(Ok, Gzip), accepts: true),
        Raw(Delivered("identity", ""), post => post.AnswerAsync(Ok, "Content-Encoding: identity\r\n"), accepts: true),
    ];

    private static byte[] Ok => [.. "{\"errcode\":0,\"errmsg\":\"ok\"}"u8];

    private static FaultRow Foreign(string name, string words, Fault? fault = null) =>
        new(name, FailureCause.UnexpectedAnswer, SentAgain.Never, Kept.Pending, words) { Simulated = fault };

    private static FaultRow Unknown(string name, string words, Fault? fault = null) =>
        new(name, FailureCause.OutcomeUnknown, SentAgain.AtLeastOnce, Kept.Unknown, words) { Simulated = fault };

    private static FaultRow Limited(string name, Fault fault) => new(
        name, FailureCause.RateLimited, SentAgain.Later, Kept.Pending, fault.ErrCode is null ? $"HTTP {fault.Status}" : name)
    {
        Simulated = fault,
    };

    private static FaultRow Code(string name, int code, FailureCause cause, SentAgain again, Kept kept) =>
        new(name, cause, again, kept, name) { Simulated = new() { ErrCode = code } };

    private static FaultRow Delivered(string name, string words) =>
        new(name, null, SentAgain.Never, Kept.No, words) { Arrives = true };

    private static FaultRow Raw(FaultRow row, Func<RawPost, Task> answer, bool accepts = false) => row with
    {
        Raw = async post =>
        {
            await post.ReadAsync();
            if (accepts)
            {
                post.Accept();
            }

            await answer(post);
        },
    };

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };

    private static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
