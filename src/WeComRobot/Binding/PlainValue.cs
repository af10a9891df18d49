using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using System.Text;

namespace WeComRobot.Binding;

/// <summary>What is one value to a reader, whatever properties its type has, and its one obvious text.</summary>
internal static class PlainValue
{
    private const string SemanticVersion = "System.Management.Automation.SemanticVersion";

    // Of these a job or another session gives back a copy with properties, whose ToString is still theirs
    private static readonly HashSet<string> CopiedAsText = [SemanticVersion, typeof(IPEndPoint).FullName!, typeof(MailAddress).FullName!, typeof(PhysicalAddress).FullName!];

    public static bool Is(object? given) => TextOf(given) is not null;

    /// <summary>As the user's culture writes it; null where the value is no plain one.</summary>
    public static string? TextOf(object? given) => Unwrapped.Of(given) switch
    {
        null => null,
        string text => text,
        // An enum
        int when Original.IsCopy(given) => given!.ToString(),
        DateTime { Kind: DateTimeKind.Utc } utc => Formatted(utc.ToLocalTime()),
        IFormattable value => Formatted(value),
        // Beside the plain ones those that the shell shows as a line of text
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
