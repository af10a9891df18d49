using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>What a test's server is to be like. Without any of these it is as bare as can be, and forgets all when it ends.</summary>
public sealed record RedisSettings
{
    /// <summary>Whether the data survive its end.</summary>
    public bool KeepsData { get; init; }

    /// <summary>The password of the user "default", if it needs one.</summary>
    public string? Password { get; init; }

    /// <summary>More users, by lines of ACL, as "wecom on >secret ~wecom:* +@all".</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Whether it speaks TLS only.</summary>
    public bool Tls { get; init; }

    /// <summary>How much it may hold, as "2mb", before it refuses to take more.</summary>
    public string? MaxMemory { get; init; }

    /// <summary>Whether it is a cluster, of one node: it then refuses a script whose keys are in several slots.</summary>
    public bool Cluster { get; init; }

    /// <summary>The server that it copies.</summary>
    public RedisServer? ReplicaOf { get; init; }

    /// <summary>The arguments of redis-server.</summary>
    internal IEnumerable<string> ToArguments(int port, string dataFolder, RedisCertificate? certificate) =>
    [
        "--bind", "127.0.0.1", certificate is null ? "--port" : "--tls-port", $"{port}", "--dir", dataFolder, "--save", "",
        "--appendonly", KeepsData ? "yes" : "no",
        // Replicas are served at once, rather than several of them together
        "--repl-diskless-sync-delay", "0",
        .. Password is null ? [] : new[] { "--requirepass", Password },
        .. Users.SelectMany(user => (string[])["--user", .. user.Split(' ')]),
        .. MaxMemory is null ? [] : new[] { "--maxmemory", MaxMemory, "--maxmemory-policy", "noeviction" },
        .. Cluster
            ? new[] { "--cluster-enabled", "yes", "--cluster-port", $"{TestPort.Find()}", "--cluster-announce-ip", "127.0.0.1" }
            : [],
        .. certificate is null
            ? []
            : new[] { "--port", "0", "--tls-cert-file", certificate.File, "--tls-key-file", certificate.KeyFile, "--tls-auth-clients", "no" },
        .. ReplicaOf is null ? [] : new[] { "--replicaof", "127.0.0.1", $"{ReplicaOf.Port}" },
        .. ReplicaOf?.Settings.Password is { } password ? new[] { "--masterauth", password } : [],
    ];
}
