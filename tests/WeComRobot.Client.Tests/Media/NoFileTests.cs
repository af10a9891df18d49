using System;
using System.IO;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>A path that is no file is refused before anything is read, and nobody waits for a pipe.</summary>
public sealed class NoFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact("mkfifo")]
    public async Task A_pipe_is_refused() => await AssertNoFileAsync(Pipe("pipe"));

    [UnixFact("mkfifo")]
    public async Task A_link_to_a_pipe_is_refused() => await AssertNoFileAsync(Link("link", Link("other", Pipe("pipe"))));

    [UnixFact]
    public async Task A_pipe_that_the_process_holds_as_its_input_is_taken()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        await AssertNoFileAsync($"/dev/fd/{pipe.SafePipeHandle.DangerousGetHandle()}");
    }

    [UnixFact]
    public async Task A_socket_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()); // a socket's path is short
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            await AssertNoFileAsync(path);
        }

        File.Delete(path);
    }

    [UnixFact]
    public async Task A_device_and_a_link_to_it_are_refused()
    {
        await AssertNoFileAsync("/dev/null");
        await AssertNoFileAsync("/dev/zero");
        await AssertNoFileAsync("/dev/tty");
        await AssertNoFileAsync(Link("zero", "/dev/zero"));
    }

    [Fact]
    public async Task A_file_with_nothing_in_it() => await AssertNoFileAsync(_folder.Write("empty", []));

    [UnixFact]
    public async Task A_file_of_the_kernel_has_no_size_either()
    {
        if (File.Exists("/proc/cpuinfo"))
        {
            await AssertNoFileAsync("/proc/cpuinfo");
        }
    }

    [UnixFact]
    public void A_link_to_a_file_is_that_file()
    {
        var path = Link("link", Link("other", _folder.Write("a.png", Pictures.Png)));
        using var file = MediaFile.Open(path, MediaType.File);
        Assert.Equal(("link", Pictures.Png.Length), (file.Name, file.Size));
        Assert.Equal(MediaType.File, MediaFile.DetectType(path));
        Assert.NotNull(ImageContent.FromFile(path));
    }

    [UnixFact]
    public void A_link_to_nowhere_and_to_itself_are_missing_files()
    {
        Assert.Equal(FailureCause.FileNotFound, Assert.Throws<WeComException>(() => ImageContent.FromFile(Link("a", _folder.PathOf("nowhere")))).Cause);
        Assert.Equal(FailureCause.InvalidMedia, Assert.Throws<WeComException>(() => ImageContent.FromFile(Link("b", _folder.PathOf("b")))).Cause);
    }

    [UnixFact("mkfifo")]
    public async Task The_modules_own_files_are_not_waited_for_either()
    {
        Pipe("robots.json");
        Link("limit.json", Pipe("pipe"));
        var warnings = 0;
        await Soon(() => new RobotRegistry(new RobotFile(_folder.PathOf("robots.json"))).GetAll(_ => warnings++));
        Assert.Equal(1, warnings);
        await Soon(() => MachineLimit.Read(_folder.FullName));
    }

    private static async Task AssertNoFileAsync(string path)
    {
        foreach (var open in new Action[]
        {
            () => MediaFile.Open(path, MediaType.File).Dispose(),
            () => MediaFile.Open(path, MediaType.Voice).Dispose(),
            () => MediaFile.DetectType(path),
            () => ImageContent.FromFile(path),
            () => ImageContent.FileIfTooLarge(path, null)?.Dispose(),
        })
        {
            var error = await Assert.ThrowsAsync<WeComException>(() => Soon(open));
            Assert.Equal(FailureCause.InvalidMedia, error.Cause);
            Assert.Contains($"'{path}' has 0 bytes: it is empty, or not a file but a pipe, a device", error.Message);
            Assert.Contains("Save what comes out", error.Remedy);
        }
    }

    /// <summary>On a thread of its own: an open pipe would hold this one for ever.</summary>
    private static Task Soon(Action work) => Task.Run(work).InTimeAsync();

    private string Pipe(string name)
    {
        Assert.True(Tool.Succeeds("mkfifo", _folder.PathOf(name)));
        return _folder.PathOf(name);
    }

    private string Link(string name, string target)
    {
        File.CreateSymbolicLink(_folder.PathOf(name), target);
        return _folder.PathOf(name);
    }
}
