using System.IO;
using System.Text;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>Writes text files as UTF-8 with the byte order mark that Windows PowerShell needs.</summary>
internal static class TextFile
{
    public static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
