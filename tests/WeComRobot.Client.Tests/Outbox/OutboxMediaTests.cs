using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>A file that waits in the outbox is there in full: it goes up when its message is sent.</summary>
public class OutboxMediaTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await StartAsync();

    public virtual async Task DisposeAsync()
    {
        await _outbox.DisposeAsync();
        _folder.Dispose();
    }

    private protected virtual Task<OutboxRobot> StartAsync() => OutboxRobot.StartAsync();

    /// <summary>The sizes of the kept copies.</summary>
    private protected virtual Task<long[]> GetKeptAsync() => Task.FromResult<long[]>([.. KeptFiles.Select(file => new FileInfo(file).Length)]);

    private protected virtual Task LoseKeptAsync()
    {
        Array.ForEach(KeptFiles, File.Delete);
        return Task.CompletedTask;
    }

    private string[] KeptFiles => Directory.GetFiles(_outbox.Path, "*.media");

    [Fact]
    public async Task A_kept_file_arrives_under_its_name_although_the_users_file_has_gone()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        var path = _folder.Write("报表.bin", content);
        using (var file = MediaFile.Open(path, MediaType.File))
        {
            await _outbox.KeepAsync(Outgoing.For(file));
        }

        File.Delete(path);
        Assert.Equal("报表.bin", Assert.Single(_outbox.Outbox.GetItems()).Media);
        Assert.Equal([content.Length], await GetKeptAsync());

        await _outbox.DeliverAsync();
        var media = Assert.Single(_outbox.Robot.Server.Messages).Media!;
        Assert.Equal(("报表.bin", Convert.ToHexStringLower(SHA256.HashData(content))), (media.DisplayName, media.Sha256));
        Assert.Empty(await GetKeptAsync());
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task A_voice_stays_a_voice()
    {
        using (var file = MediaFile.Open(_folder.Write("a.amr", AmrBytes.Narrow(50)), MediaType.Voice))
        {
            await _outbox.KeepAsync(Outgoing.For(file));
        }

        await _outbox.DeliverAsync();
        Assert.Equal(("voice", "voice"), (Assert.Single(_outbox.Robot.Server.Media).Type, _outbox.Robot.Server.Messages[0].MessageType));
    }

    [Fact]
    public async Task After_days_it_is_uploaded_again()
    {
        using (var file = MediaFile.Open(_folder.Write("a.txt", new byte[6]), MediaType.File))
        {
            // Uploaded, and then not sent
            _outbox.Robot.Server.Script(new Fault(), new Fault { ErrCode = -1 });
            Assert.Equal(OutboxState.Pending, (await _outbox.SendAsync(Outgoing.For(file))).State);
        }

        _outbox.Time.Advance(TimeSpan.FromDays(4));
        await _outbox.DeliverAsync();
        Assert.Equal(2, _outbox.Robot.Server.Media.Count);
        Assert.Equal(_outbox.Robot.Server.Media[1], Assert.Single(_outbox.Robot.Server.Messages).Media);
    }

    [Fact]
    public async Task A_file_that_could_not_be_uploaded_is_kept_with_its_message()
    {
        using (var file = MediaFile.Open(_folder.Write("a.txt", new byte[6]), MediaType.File))
        {
            _outbox.Robot.Server.Script(new Fault { Status = 502 });
            var result = await _outbox.SendAsync(Outgoing.For(file));
            Assert.NotNull(result.Failure);

            // Nobody saw the upload: the message surely did not arrive
            Assert.Equal(OutboxState.Pending, result.State);
        }

        await _outbox.DeliverAsync();
        Assert.Single(_outbox.Robot.Server.Messages);
        Assert.Empty(await GetKeptAsync());
    }

    [Fact]
    public async Task A_missing_copy_is_reported_and_its_message_stays_aside()
    {
        using (var file = MediaFile.Open(_folder.Write("a.txt", new byte[6]), MediaType.File))
        {
            await _outbox.KeepAsync(Outgoing.For(file));
        }

        await _outbox.KeepAsync("b");
        await LoseKeptAsync();
        await _outbox.DeliverAsync();
        Assert.Equal(FailureCause.FileNotFound, Assert.Single(_outbox.Failures).Error.Cause);
        Assert.Equal(["b"], _outbox.Arrived);
        Assert.Equal(OutboxState.Refused, Assert.Single(_outbox.Outbox.GetItems()).State);
    }

    [Fact]
    public async Task The_file_of_a_removed_message_is_removed()
    {
        using (var file = MediaFile.Open(_folder.Write("a.txt", new byte[6]), MediaType.File))
        {
            await _outbox.KeepAsync(Outgoing.For(file));
        }

        Assert.True(_outbox.Outbox.Remove(_outbox.Outbox.GetItems().Single()));
        Assert.Empty(await GetKeptAsync());
    }
}
