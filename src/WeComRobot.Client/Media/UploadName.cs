using System.Linq;

namespace WeComRobot.Media;

/// <summary>The file name in the upload's header.</summary>
internal static class UploadName
{
    /// <summary>Quote, backslash and control characters have no known treatment there (service.md#file-names).</summary>
    public static string Safe(string name) =>
        new(name.Select(c => c is '"' or '\\' || char.IsControl(c) ? '_' : c).ToArray());
}
