using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Hostile;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>The same content to the same robot goes up once in three days, whichever process sends it.</summary>
public sealed class MediaCacheTests : IAsyncLifetime
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(71);

    private readonly TestFolder _folder = new();
    private readonly VirtualTime _time = new();
    private SimulatedRobot _robot = null!;

    public async Task InitializeAsync()
    {
        _folder.Write("a.txt", Bytes("mytext"));
        _robot = await SimulatedRobot.StartAsync(_time, _time, stateFolder: _folder.PathOf("state"));
    }

    public async Task DisposeAsync()
    {
        await _robot.DisposeAsync();
        _folder.Dispose();
    }

    private string CacheFile => Assert.Single(Directory.GetFiles(Path.Combine(_folder.PathOf("state"), "media"), "*.json"));

    [Fact]
    public async Task Another_client_of_the_folder_finds_what_the_first_has_uploaded()
    {
        var first = await UploadAsync();
        using var other = new RobotClient(_time, stateFolder: _folder.PathOf("state"));
        using var file = Open("mytext");
        var second = await other.UploadAsync(_robot.Address, file, _robot.Options);
        Assert.Equal(first, second);
        Assert.Single(_robot.Server.Media);
        Assert.DoesNotContain(Keys.First, File.ReadAllText(CacheFile));
    }

    [Fact]
    public async Task Without_a_folder_each_upload_is_its_own()
    {
        await using var robot = await SimulatedRobot.StartAsync(_time, _time);
        await robot.UploadAsync(_folder.PathOf("a.txt"));
        await robot.UploadAsync(_folder.PathOf("a.txt"));
        Assert.Equal(2, robot.Server.Media.Count);
    }

    [Theory]
    [InlineData("mytexT", "a.txt", MediaType.File, Keys.First)]
    [InlineData("mytext", "b.txt", MediaType.File, Keys.First)]
    [InlineData("mytext", "a.txt", MediaType.File, Keys.Second)]
    public async Task Another_content_name_or_robot_is_another_upload(string content, string name, MediaType type, string key)
    {
        var first = await UploadAsync();
        var second = await UploadAsync(content, name, type, key);
        Assert.NotEqual(first.MediaId, second.MediaId);
        Assert.Equal(2, _robot.Server.Media.Count);

        // And neither takes the other's place
        Assert.Equal(first.MediaId, (await UploadAsync()).MediaId);
        Assert.Equal(second.MediaId, (await UploadAsync(content, name, type, key)).MediaId);
    }

    [Fact]
    public async Task Another_type_is_another_upload()
    {
        var voice = _folder.Write("a.amr", AmrBytes.Narrow(50));
        var asFile = await _robot.UploadAsync(voice, MediaType.File);
        var asVoice = await _robot.UploadAsync(voice, MediaType.Voice);
        Assert.Equal(["file", "voice"], _robot.Server.Media.Select(media => media.Type));
        Assert.NotEqual(asFile.MediaId, asVoice.MediaId);
    }

    [Fact]
    public async Task An_id_is_used_for_71_hours()
    {
        var first = await UploadAsync();
        _time.Advance(Kept - TimeSpan.FromSeconds(1));
        Assert.Equal(first.MediaId, (await UploadAsync()).MediaId);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.MediaId, (await UploadAsync()).MediaId);
    }

    [Fact]
    public async Task A_fresh_upload_takes_the_place_of_the_known_one()
    {
        var first = await UploadAsync();
        var usual = _robot.Options;
        _robot.Options = usual with { FreshUpload = true };
        var second = await UploadAsync();
        Assert.NotEqual(first.MediaId, second.MediaId);
        _robot.Options = usual;
        Assert.Equal(second.MediaId, (await UploadAsync()).MediaId);
    }

    [Fact]
    public async Task An_id_that_the_service_refuses_is_dropped_and_the_file_is_uploaded_again_once()
    {
        var first = await UploadAsync();
        _robot.Server.Script(new Fault { ErrCode = 40007 });
        var receipt = Assert.Single(await SendFileAsync());
        Assert.NotEqual(first.MediaId, receipt.MediaId);
        Assert.Equal(receipt.MediaId, Assert.Single(_robot.Server.Messages).Media!.MediaId);
        Assert.Equal(2, _robot.Server.Media.Count);
        Assert.Equal(receipt.MediaId, (await UploadAsync()).MediaId);
    }

    [Fact]
    public async Task An_upload_that_is_answered_before_its_end_is_not_known()
    {
        var posts = 0;
        using var client = new RobotClient(_time, stateFolder: _folder.PathOf("state"), createHandler: () => new HastyHandler(() => posts++));
        using var file = Open("mytext");
        await client.UploadAsync(_robot.Address, file);
        await client.UploadAsync(_robot.Address, file);
        Assert.Equal(2, posts);
    }

    [Fact]
    public async Task A_second_refusal_is_the_error()
    {
        await UploadAsync();
        _robot.Server.Script(new Fault { ErrCode = 40007 }, new Fault(), new Fault { ErrCode = 40007 });
        var error = await _robot.FailAsync(SendFileAsync());
        Assert.Equal((FailureCause.Refused, 40007), (error.Cause, error.ErrorCode));
        Assert.Empty(_robot.Server.Messages);
        Assert.Equal((2, 4), (_robot.Server.Media.Count, _robot.Server.RequestCount));
    }

    [Fact]
    public async Task An_upload_of_unknown_outcome_is_tried_again_for_nobody_sees_it_twice()
    {
        _robot.Options = _robot.Options with { MaxRetry = 1 };
        _robot.Server.Script(new Fault { Cut = FaultCut.After, Accept = true });
        var uploading = UploadAsync();
        await _robot.Observer.UntilWaitingAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        var media = await uploading;
        Assert.Equal(2, _robot.Server.Media.Count);
        Assert.Equal(_robot.Server.Media[^1].MediaId, media.MediaId);
    }

    [Fact]
    public async Task Two_thousand_damaged_caches_cost_an_upload_each_at_most()
    {
        await UploadAsync();
        var good = File.ReadAllBytes(CacheFile);
        var cache = new MediaCache(new FileMediaStore(() => _folder.PathOf("state"), _time));
        using var file = Open("mytext");
        var contentKey = ContentHash.Compute(file);
        for (var seed = 0; seed < 2_000; seed++)
        {
            File.WriteAllBytes(CacheFile, HostileBytes.From(good, new Random(seed)));
            cache.Find(_robot.Address.KeyHash, file);
            cache.Remove(_robot.Address.KeyHash, "x");
            cache.Add(_robot.Address.KeyHash, new(contentKey, $"id{seed}", _time.GetUtcNow(), file.Size));
            Assert.Equal($"id{seed}", cache.Find(_robot.Address.KeyHash, file)?.MediaId);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[{\"ContentKey\":null}]\n")]
    public async Task A_damaged_cache_is_as_an_empty_one(string content)
    {
        await UploadAsync();
        File.WriteAllText(CacheFile, content);
        var second = await UploadAsync();
        Assert.Equal(2, _robot.Server.Media.Count);
        Assert.Equal(second.MediaId, (await UploadAsync()).MediaId);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_used_stops_nobody()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_folder.PathOf("state")).FullName, "media"), "");
        await UploadAsync();
        await UploadAsync();
        Assert.Equal(2, _robot.Server.Media.Count);
    }

    private static byte[] Bytes(string content) => Encoding.UTF8.GetBytes(content);

    private MediaFile Open(string content, string name = "a.txt", MediaType type = MediaType.File) =>
        MediaFile.Open(_folder.Write("content", Bytes(content)), type, name);

    private async Task<UploadedMedia> UploadAsync(
        string content = "mytext", string name = "a.txt", MediaType type = MediaType.File, string key = Keys.First)
    {
        using var file = Open(content, name, type);
        var robot = WebhookAddress.Parse(_robot.Server.Webhook(key).AbsoluteUri);
        return await _robot.Client.UploadAsync(robot, file, _robot.Options).InTimeAsync();
    }

    private async Task<IReadOnlyList<Receipt>> SendFileAsync()
    {
        using var file = Open("mytext");
        return await _robot.Client.SendAsync(RobotPool.Single(_robot.Address), Outgoing.For(file), _robot.Options);
    }

    /// <summary>Answers without reading what is posted.</summary>
    private sealed class HastyHandler(Action posted) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            posted();
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"errcode":0,"errmsg":"ok","media_id":"id"}""") });
        }
    }
}
