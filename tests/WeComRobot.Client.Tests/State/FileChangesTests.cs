using System;
using System.IO;
using System.Linq;
using System.Text;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.State;

/// <summary>A file that another process holds for a moment is renamed or removed when it is let go.</summary>
public sealed class FileChangesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FailingChanges _changes = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_change_is_tried_again_with_growing_waits(int failures)
    {
        var (moves, deletes) = (failures, failures);
        _changes.OnMove = (_, _) => moves-- > 0 ? FailingChanges.Held() : null;
        _changes.OnDelete = _ => deletes-- > 0 ? FailingChanges.Broken() : null;
        var path = _folder.Write("a", [1]);
        _changes.Move(path, _folder.PathOf("b"));
        Assert.Equal(FileChanges.Waits.Take(failures), _changes.Waited);
        _changes.Delete(_folder.PathOf("b"));
        Assert.Equal(2 * failures, _changes.Waited.Count);
        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_thousand_held_files_cost_one_wait_of_about_a_second()
    {
        _changes.OnDelete = _ => FailingChanges.Held();
        for (var file = 0; file < 1000; file++)
        {
            Assert.Throws<IOException>(() => _changes.Delete(_folder.PathOf($"{file}")));
        }

        Assert.InRange(_changes.Waited.Sum(), 500, 2000);
    }

    [Fact]
    public void A_lasting_failure_is_not_waited_for()
    {
        Assert.Throws<FileNotFoundException>(() => _changes.Move(_folder.PathOf("none"), _folder.PathOf("b")));
        Assert.Throws<DirectoryNotFoundException>(() => _changes.Move(_folder.Write("a", []), _folder.PathOf("none/b")));
        Assert.Empty(_changes.Waited);
    }

    [Fact]
    public void A_reader_neither_keeps_a_file_from_being_replaced_nor_sees_half_of_it()
    {
        var path = _folder.Write("a", "old"u8.ToArray());
        using (var reader = ReadableFile.Open(path))
        {
            StateFile.Replace(path, "new"u8.ToArray(), _changes);
            using var text = new StreamReader(reader!);
            Assert.Equal(("old", "new"), (text.ReadToEnd(), File.ReadAllText(path)));
        }

        Assert.Single(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void What_cannot_be_replaced_is_as_it_was_and_nothing_is_left_beside_it()
    {
        _changes.OnMove = (_, _) => FailingChanges.Held();
        var path = _folder.Write("a", "old"u8.ToArray());
        Assert.Throws<IOException>(() => StateFile.Replace(path, "new"u8.ToArray(), _changes));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.FullName));
    }

    [UnixFact]
    public void What_is_to_outlive_a_crash_is_written_through_to_the_disk()
    {
        if (!Directory.Exists("/proc/self/fdinfo"))
        {
            return;
        }

        const int synchronous = 0x101000; // O_SYNC of Linux
        StateFile.WriteThrough(_folder.PathOf("a"), file =>
        {
            var info = File.ReadAllLines($"/proc/self/fdinfo/{file.SafeFileHandle.DangerousGetHandle()}").First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            Assert.Equal(synchronous, Convert.ToInt32(info.Split('\t')[1], 8) & synchronous);
            file.Write(Encoding.ASCII.GetBytes("x"));
        });
    }
}
