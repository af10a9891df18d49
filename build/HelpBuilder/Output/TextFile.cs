using System.IO;
using System.Text;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>UTF-8 with the mark that Windows PowerShell needs, and the same bytes on every system.</summary>
internal static class TextFile
{
    public static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
