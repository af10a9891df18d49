using System;
using System.Collections.Generic;
using System.Net;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>
/// What the user wrote: servers, options of StackExchange.Redis, and the prefix of our keys. It is read part by part, so that a mistake can
/// be named by its place: what it says may belong to a password.
/// </summary>
internal sealed class ConnectionString
{
    private readonly List<string> _parts = [];
    private bool _hasServer;
    private bool _hasOption;

    /// <param name="text">Servers and options, separated by commas.</param>
    /// <exception cref="WeComException">A part is malformed, or there is no server.</exception>
    public ConnectionString(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not "" && FindFault(parts[i]) is { } fault)
            {
                throw Invalid(fault.With(i + 1));
            }
        }
        if (!_hasServer)
        {
            throw Invalid(Strings.NoServer);
        }
    }

    /// <summary>What the names of all keys begin with.</summary>
    public string KeyPrefix { get; private set; } = "wecom:";

    /// <summary>The rest, which StackExchange.Redis understands.</summary>
    public string Connection => string.Join(',', _parts);

    /// <summary>Takes the part, or says what is wrong with it.</summary>
    private string? FindFault(string part)
    {
        var end = part.IndexOf('=');
        if (end > 0 && part[..end].TrimEnd().Equals("keyPrefix", StringComparison.OrdinalIgnoreCase))
        {
            _hasOption = true;
            KeyPrefix = part[(end + 1)..].TrimStart();
            // Braces decide which node of a cluster has a key
            return KeyPrefix.AsSpan().ContainsAny('{', '}') ? Strings.PrefixHasBraces : null;
        }
        _parts.Add(part);
        return end > 0 ? FindFaultOfOption(part, part[..end].TrimEnd()) : FindFaultOfServer(part);
    }

    private string? FindFaultOfOption(string option, string keyword)
    {
        // Before the first option, a name that is unknown may be a mistake; after it, it may belong to a password
        var fault = keyword.Equals("defaultDatabase", StringComparison.OrdinalIgnoreCase) ? Strings.DatabaseGiven
            : IsKnown(option) ? null
            : _hasOption ? Strings.NotAnOption : Strings.OptionInvalid;
        _hasOption = true;
        return fault;
    }

    private string? FindFaultOfServer(string server)
    {
        _hasServer = true;
        // The rest of a password with a comma looks like a server
        return _hasOption ? Strings.NotAnOption : IsServer(server) ? null : Strings.ServerInvalid;
    }

    private static bool IsKnown(string option)
    {
        try
        {
            ConfigurationOptions.Parse(option);
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static bool IsServer(string server)
    {
        try
        {
            return EndPointCollection.TryParse(server) is { } parsed
                && (parsed is not DnsEndPoint named || Uri.CheckHostName(named.Host) != UriHostNameType.Unknown);
        }
        catch (ArgumentOutOfRangeException)
        {
            // No port is that large
            return false;
        }
    }

    private static WeComException Invalid(string what) => new(FailureCause.InvalidFleet, what, Strings.ConnectionRemedy);
}
