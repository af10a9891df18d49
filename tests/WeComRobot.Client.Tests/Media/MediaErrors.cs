using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

internal static class MediaErrors
{
    /// <summary>The error of a file that cannot be sent.</summary>
    public static WeComException Refuse(string path, MediaType type, FailureCause cause = FailureCause.InvalidMedia)
    {
        var error = Assert.Throws<WeComException>(() => MediaFile.Open(path, type).Dispose());
        Assert.Equal(cause, error.Cause);
        Assert.Null(error.InnerException);
        return error;
    }
}
