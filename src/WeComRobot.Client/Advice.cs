using System;

namespace WeComRobot;

/// <summary>
/// The advice at the end of errors and warnings. The library's own texts name messages and members only, because it knows no
/// PowerShell. The module sets its own texts for the same names, once and for the whole process; they name cmdlets and parameters.
/// </summary>
internal static class Advice
{
    /// <summary>Finds the module's text by the name of the advice; null when it has none, and for other programs.</summary>
    public static Func<string, string?> OwnWords { get; set; } = _ => null;

    /// <param name="name">The name of the text in <see cref="Strings"/>.</param>
    public static string Get(string name) => OwnWords(name) ?? Strings.ResourceManager.GetString(name, Strings.Culture)!;
}
