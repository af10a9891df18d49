using System;
using System.Collections.Generic;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>How a <see cref="ShadyRedis"/> treats its clients.</summary>
public sealed record ShadyConduct
{
    /// <summary>It is Redis.</summary>
    public static readonly ShadyConduct Honest = new();

    /// <summary>It takes commands, and answers when it treats its clients otherwise.</summary>
    public static readonly ShadyConduct Silent = new() { HoldsAnswers = true };

    /// <summary>It cuts the connection where an answer should come: the command has been carried out.</summary>
    public static readonly ShadyConduct CutsAnswers = new() { Answer = [] };

    /// <summary>Its answers are no answers of Redis.</summary>
    public static readonly ShadyConduct Garbage = new() { Answer = [.. "HTTP/1.1 400 Bad Request\r\n\r\n\0\xFF"u8] };

    /// <summary>A replica, or a primary that has been replaced.</summary>
    public static readonly ShadyConduct ReadOnly = AnswersWrites(Error("READONLY You can't write against a read only replica."));

    /// <summary>Its memory is full.</summary>
    public static readonly ShadyConduct Full = AnswersWrites(Error("OOM command not allowed when used memory > 'maxmemory'."));

    /// <summary>The user's ACL does not allow scripts or keys.</summary>
    public static readonly ShadyConduct Forbidding = AnswersWrites(Error("NOPERM this user has no permissions to run the command"));

    /// <summary>A cluster that has lost some of its nodes.</summary>
    public static readonly ShadyConduct ClusterDown = AnswersWrites(Error("CLUSTERDOWN The cluster is down"));

    /// <summary>It has just started, and reads its data.</summary>
    public static readonly ShadyConduct Loading = new() { Script = Error("LOADING Redis is loading the dataset in memory"), Replaces = commands => commands.NotWhileLoading };

    /// <summary>Scripts and writes have an answer of another kind: a text.</summary>
    public static readonly ShadyConduct AnswersOk = AnswersWrites("return redis.status_reply('OK')");

    /// <summary>Scripts and writes have an answer of another kind: an array within an array.</summary>
    public static readonly ShadyConduct AnswersNested = AnswersWrites("return {{}}");

    /// <summary>How much later each answer comes.</summary>
    internal TimeSpan Delay { get; private init; }

    /// <summary>Whether answers are kept back.</summary>
    internal bool HoldsAnswers { get; private init; }

    /// <summary>What comes in place of an answer; then the connection is closed.</summary>
    internal byte[]? Answer { get; private init; }

    /// <summary>The script that Redis runs in place of some commands: so its answer has the place of theirs.</summary>
    internal string? Script { get; private init; }

    /// <summary>Which commands.</summary>
    internal Func<RedisCommands, IReadOnlySet<string>> Replaces { get; private init; } = commands => commands.Writes;

    /// <summary>It answers, but late.</summary>
    public static ShadyConduct Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>It answers scripts and writes, without carrying them out, with what a script returns.</summary>
    public static ShadyConduct AnswersWrites(string script) => new() { Script = script };

    private static string Error(string text) => $"return redis.error_reply(\"{text}\")";
}
