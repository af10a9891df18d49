using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using System.Text;

namespace WeComRobot.Objects;

/// <summary>A value that readers see as one, whatever properties its type has, and its one obvious text.</summary>
internal static class PlainValue
{
    private const string SemanticVersion = "System.Management.Automation.SemanticVersion";

    // A job or another session gives back a copy of these with properties, whose ToString still writes what the original's did
    private static readonly HashSet<string> CopiedAsText = [SemanticVersion, typeof(IPEndPoint).FullName!, typeof(MailAddress).FullName!, typeof(PhysicalAddress).FullName!];

    public static bool Is(object? given) => TextOf(given) is not null;

    /// <summary>The value as the user's culture writes it; null if it is not a plain one.</summary>
    public static string? TextOf(object? given) => BaseObject.Unwrap(given) switch
    {
        null => null,
        string text => text,
        // The copy of an enum value
        int when Original.IsCopy(given) => given!.ToString(),
        DateTime { Kind: DateTimeKind.Utc } utc => Formatted(utc.ToLocalTime()),
        IFormattable value => Formatted(value),
        // Also types that the shell shows as a line of text
        bool or char or DBNull or Uri or Version or IPAddress or IPEndPoint or MailAddress or PhysicalAddress or StringBuilder or ScriptBlock
            or ErrorRecord or InformationalRecord or InformationRecord => given!.ToString(),
        Exception failure => failure.Message,
        _ => TextByName(PSObject.AsPSObject(given!)),
    };

    private static string? TextByName(PSObject given) =>
        CopiedAsText.Contains(Original.TypeName(given)) ? given.ToString()
        : Original.IsCopy(given) && given.TypeNames.Contains("Deserialized.System.Exception") ? given.Properties["Message"]?.Value?.ToString()
        : null;

    private static string Formatted(IFormattable value) => value.ToString(null, CultureInfo.CurrentCulture);
}
