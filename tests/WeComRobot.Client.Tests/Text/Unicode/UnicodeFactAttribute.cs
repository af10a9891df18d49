using System;
using System.IO;
using Xunit;

namespace WeComRobot.Client.Tests.Text.Unicode;

/// <summary>A test over the files of Debian's package unicode-data; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnicodeFactAttribute : FactAttribute
{
    /// <param name="version">The version of Unicode that the files must have; any by default.</param>
    public UnicodeFactAttribute(string? version = null)
    {
        if (!Directory.Exists(UnicodeFile.Folder))
        {
            Skip = $"needs Debian's unicode-data ({UnicodeFile.Folder}).";
        }
        else if (version is not null && UnicodeFile.Version(UnicodeFile.GraphemeBreakProperty) != version)
        {
            Skip = $"needs Unicode {version} of Debian's unicode-data ({UnicodeFile.Folder}).";
        }
    }
}
