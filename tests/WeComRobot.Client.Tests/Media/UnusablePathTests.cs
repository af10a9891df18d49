using System;
using System.IO;
using WeComRobot.Fitting;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>Paths that lead to no readable file, for uploads, for the choice of their type and for images alike.</summary>
public sealed class UnusablePathTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Ways => ["Open", "TypeOf", "Image"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_missing_file_is_named(string way)
    {
        foreach (var path in new[] { _folder.PathOf("没有.txt"), Path.Combine(_folder.FullName, "no", "folder", "a.txt") })
        {
            var error = Fail(way, path);
            Assert.Equal(FailureCause.FileNotFound, error.Cause);
            Assert.Contains($"'{path}'", error.Message);
            Assert.NotNull(error.Remedy);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_folder_is_called_a_folder(string way)
    {
        var error = Fail(way, _folder.FullName);
        Assert.Equal(FailureCause.FileNotFound, error.Cause);
        Assert.Contains($"'{_folder.FullName}' is a folder", error.Message);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_file_that_another_holds_is_unreadable(string way)
    {
        var path = _folder.Write("held.txt", new byte[10]);
        using var holder = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        AssertUnreadable(Fail(way, path), path);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_invalid_path_is_unreadable(string way) => AssertUnreadable(Fail(way, "a\0b"), "a\0b");

    [Fact]
    public void A_file_is_held_from_its_check_to_its_end()
    {
        var path = _folder.Write("a.txt", new byte[10]);
        using (MediaFile.Open(path, MediaType.File))
        {
            Assert.Throws<IOException>(() => HoldAlone(path));
        }

        HoldAlone(path);
    }

    [Fact]
    public void A_refused_file_is_not_held()
    {
        var path = _folder.Write("a.txt", new byte[5]);
        MediaErrors.Refuse(path, MediaType.File);
        HoldAlone(path);
    }

    private static void HoldAlone(string path) => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();

    private static void AssertUnreadable(WeComException error, string path)
    {
        Assert.Equal(FailureCause.InvalidMedia, error.Cause);
        Assert.Contains($"'{path}' cannot be read", error.Message);
        Assert.Null(error.InnerException);
    }

    private static WeComException Fail(string way, string path) => Assert.Throws<WeComException>(() =>
    {
        switch (way)
        {
            case "Open":
                MediaFile.Open(path, MediaType.File).Dispose();
                break;
            case "TypeOf":
                MediaFile.DetectType(path);
                break;
            default:
                ImageContent.FromFile(path);
                break;
        }
    });
}
