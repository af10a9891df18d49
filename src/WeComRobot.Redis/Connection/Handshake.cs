using System;
using System.IO;
using System.Net.Security;
using System.Security.Authentication;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>
/// Connects for the first time, and finds out why that fails: StackExchange.Redis tries again by itself, and by then its exceptions may not
/// say it any more.
/// </summary>
/// <param name="options">How to connect.</param>
internal sealed class Handshake(ConfigurationOptions options)
{
    private SslPolicyErrors _certificateErrors;

    /// <summary>Why the server did not let us in; null if it did, or if there was no answer.</summary>
    public string? Trouble { get; private set; }

    public async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var checking = options.Clone();
        checking.CertificateValidation += (_, _, _, errors) => (_certificateErrors = errors) == SslPolicyErrors.None;
        using var log = new StringWriter();
        var connection = await ConnectionMultiplexer.ConnectAsync(checking, log).ConfigureAwait(false);
        if (!connection.IsConnected)
        {
            Trouble = FindTrouble(log.ToString());
        }
        else if (await IsSomebodyElseAsync(connection).ConfigureAwait(false))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new InvalidCredentialException(Trouble = Strings.PasswordWrong);
        }

        return connection;
    }

    private string? FindTrouble(string log) =>
        _certificateErrors != SslPolicyErrors.None ? Strings.CertificateRefused.With(_certificateErrors)
        : log.Contains("NOAUTH", StringComparison.Ordinal) || log.Contains("WRONGPASS", StringComparison.Ordinal) ? Strings.PasswordWrong
        : null;

    /// <summary>A server whose default user needs no password goes on as that user if it refuses the one who was named.</summary>
    private async Task<bool> IsSomebodyElseAsync(ConnectionMultiplexer connection)
    {
        try
        {
            return options.User is { Length: > 0 } user && (string?)await connection.GetServers()[0].ExecuteAsync("ACL", "WHOAMI").ConfigureAwait(false) != user;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // A user with few rights may not ask, and so is not the default one; a server that hangs shows at the next question
            return false;
        }
    }
}
