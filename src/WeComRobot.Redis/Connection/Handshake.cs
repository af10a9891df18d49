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
        Trouble = FindTrouble(log.ToString(), connection.IsConnected);
        if (Trouble is not null && connection.IsConnected)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new InvalidCredentialException(Trouble);
        }

        return connection;
    }

    private string? FindTrouble(string log, bool isConnected) =>
        // A server that needs no password goes on without the user whose password is wrong. Of several servers, a replica may not know him
        log.Contains("WRONGPASS", StringComparison.Ordinal) && !(isConnected && options.EndPoints.Count > 1) ? Strings.PasswordWrong
        : isConnected ? null
        : _certificateErrors != SslPolicyErrors.None ? Strings.CertificateRefused.With(_certificateErrors)
        : log.Contains("NOAUTH", StringComparison.Ordinal) ? Strings.PasswordWrong
        : null;
}
