using System;
using System.IO;
using Xunit;

namespace WeComRobot.Client.Tests.Content.Splitting.Unicode;

/// <summary>A test over the files of Debian's package unicode-data; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnicodeFactAttribute : FactAttribute
{
    public UnicodeFactAttribute()
    {
        if (!Directory.Exists(UnicodeFile.Folder))
        {
            Skip = $"needs Debian's unicode-data ({UnicodeFile.Folder}).";
        }
    }
}
