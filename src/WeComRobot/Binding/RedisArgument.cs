using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>
/// The connection string of a fleet's Redis as the user gave it, which shows nowhere: it may hold a password, and bound parameters reach
/// transcripts, error records and other cmdlets.
/// </summary>
public sealed class RedisArgument
{
    private const string Password = "password";

    // Not a variable of that name. Quotes end what was typed
    private static readonly Lazy<Regex> TypedPassword = new(() => new("(?<![\\w$])password\\s*=\\s*[^,'\"]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private readonly object? _given;

    internal RedisArgument(object? given) => _given = given;

    /// <summary>The connection string.</summary>
    /// <exception cref="WeComException">InvalidFleet: it is neither text nor a SecureString.</exception>
    internal string Text => Given ?? throw new WeComException(
        FailureCause.InvalidFleet, CommandStrings.RedisWrongType.With(_given?.GetType().Name ?? "$null"), CommandStrings.NoFleetRemedy);

    /// <summary>Whether it seems to have a password.</summary>
    internal bool HasPassword => IndexOfPassword(Given ?? "") >= 0;

    /// <summary>What of it must not show in a quoted line.</summary>
    internal IEnumerable<string> Secrets => SecretsIn(Given ?? "");

    /// <summary>Without quotes, PowerShell makes a list of what has commas.</summary>
    private string? Given => _given is object[] parts && parts.Select(BaseObject.Unwrap).ToArray() is var words && words.All(word => word is string)
        ? string.Join(",", words)
        : GivenText.Of(_given);

    /// <summary>What of a connection string must not show in a quoted line, which may hold it in pieces: the whole, and whatever may belong to a password.</summary>
    internal static IEnumerable<string> SecretsIn(string text)
    {
        if (IndexOfPassword(text) < 0)
        {
            return [];
        }

        // A password may have commas in it, although it must not
        var parts = text.Substring(IndexOfPassword(text)).Split(',');
        return [text, .. parts, .. parts.Select(part => part.Substring(part.IndexOf('=') + 1).Trim())];
    }

    /// <summary>Masks the password of a connection string that stands anywhere in a line.</summary>
    internal static string MaskPassword(string line) => IndexOfPassword(line) < 0 ? line : TypedPassword.Value.Replace(line, Password + "=***");

    /// <summary>Never the text that was given.</summary>
    public override string ToString() => "***";

    private static int IndexOfPassword(string text) => text.IndexOf(Password, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Takes anything as a connection string, so that the cmdlet says what is wrong with it, under a stable error id.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RedisTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        BaseObject.Unwrap(inputData) is var given && given is RedisArgument ? given : new RedisArgument(given);
}
