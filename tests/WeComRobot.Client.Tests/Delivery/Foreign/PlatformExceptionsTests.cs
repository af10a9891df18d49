using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery.Foreign;

/// <summary>
/// Whatever is thrown, wherever a post awaits or reads: the error is one of ours, says whether the message may have arrived, and
/// the next message is sent.
/// </summary>
public sealed class PlatformExceptionsTests : IDisposable
{
    private static readonly RateLimit NoLimit = new(1000, TimeSpan.FromMinutes(1));
    private static readonly WebhookAddress Robot = WebhookAddress.Parse(Keys.First);
    private static readonly TextMessage Message = new() { Text = new() { Content = "你好" } };
    private static readonly DeliveryOptions Once = new() { MaxRetry = 0 };

    private readonly TestFolder _folder = new();

    public static TheoryData<Place> Places => [.. Enum.GetValues<Place>()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Places))]
    public Task A_message_fails_with_our_words_and_the_next_one_goes(Place place) => ForAllAsync(async (thrown, _) =>
    {
        using var service = new Service(place, () => thrown);
        var error = await Assert.ThrowsAsync<DeliveryException>(() => service.Client.SendAsync(Robot, Message, Once));

        AssertOurs(error, CauseAt(place));
        Assert.Equal(place >= Place.WriteBody, error.Message.Contains("may have arrived"));
        Assert.Equal([Message], error.Undelivered);
        await service.Client.SendAsync(Robot, Message, Once);
    });

    [Theory]
    [MemberData(nameof(Places))]
    public Task A_foreign_exception_is_tried_again_as_the_outcome_table_says(Place place) => ForAllAsync(async (thrown, _) =>
    {
        using var service = new Service(place, () => thrown);
        var time = service.Time;
        var sending = service.Client.SendAsync(Robot, Message, Once with { MaxRetry = 1, Observer = new Hurry(time) });
        if (place < Place.WriteBody)
        {
            Assert.Equal(2, (await sending).Attempts);
        }
        else
        {
            await Assert.ThrowsAsync<DeliveryException>(() => sending);
            Assert.Equal(1, service.Handler.Posts);
        }
    });

    /// <summary>Each type at one place, and each place with several: the outbox waits for the disk each time.</summary>
    [Fact]
    public Task The_outbox_keeps_it_with_the_reason() => ForAllAsync(async (thrown, index) =>
    {
        var place = (Place)(index % Enum.GetValues<Place>().Length);
        using var service = new Service(place, () => thrown);
        MessageOutbox outbox = new(_folder.PathOf(Guid.NewGuid().ToString("N")), service.Time);
        var result = await new OutboxClient(service.Client, outbox).SendAsync("ops", RobotPool.Single(Robot), Outgoing.For(Message), Once);

        AssertOurs(result.Failure!, CauseAt(place));
        var item = Assert.Single(outbox.GetItems());
        Assert.Equal(place < Place.WriteBody ? OutboxState.Pending : OutboxState.Unknown, item.State);
        Assert.Equal(result.Failure!.Message, item.LastError);
    });

    [Theory]
    [MemberData(nameof(Places))]
    public Task An_upload_fails_in_our_words_too(Place place) => ForAllAsync(async (thrown, _) =>
    {
        using var service = new Service(place, () => thrown);
        using var file = MediaFile.FromBytes(new byte[100], "a.bin");
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => service.Client.UploadAsync(Robot, file, Once));

        AssertOurs(error, CauseAt(place));
        Assert.Equal("id", (await service.Client.UploadAsync(Robot, file, Once)).MediaId);
    });

    /// <summary>A file is read to be compared with an upload of its size, to go up, and to be kept in the outbox.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task A_file_that_cannot_be_read_is_invalid_media(int pass) => ForAllAsync((thrown, _) => FailToReadAsync(thrown, pass, throughOutbox: false));

    [Fact]
    public Task A_file_that_cannot_be_read_is_not_kept_in_the_outbox() => ForAllAsync((thrown, index) => FailToReadAsync(thrown, 1 + (index % 3), throughOutbox: true));

    [Theory]
    [MemberData(nameof(Places))]
    public Task An_exception_after_a_cancellation_is_a_cancellation(Place place) => ForAllAsync(async (thrown, _) =>
    {
        using var cancellation = new CancellationTokenSource();
        using var service = new Service(place, () =>
        {
            cancellation.Cancel();
            return thrown;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Client.SendAsync(Robot, Message, Once, cancellation.Token));
    });

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Fatal_exceptions_are_passed_on(Place place)
    {
        foreach (var fatal in new Exception[] { new OutOfMemoryException(), new InsufficientMemoryException(), new AccessViolationException() })
        {
            using var service = new Service(place, () => fatal);
            Assert.Same(fatal, await Assert.ThrowsAnyAsync<Exception>(() => service.Client.SendAsync(Robot, Message, Once)));
        }
    }

    [Fact]
    public async Task The_key_in_its_words_is_taken_out()
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            using var service = new Service(place, () => new InvalidOperationException($"at {Robot.CreateSendUri().AbsoluteUri} and {Keys.First.ToUpperInvariant()}"));
            Keys.AssertAbsent(await Assert.ThrowsAsync<DeliveryException>(() => service.Client.SendAsync(Robot, Message, Once)));
        }
    }

    private async Task FailToReadAsync(Exception thrown, int pass, bool throughOutbox)
    {
        using var service = new Service(default, null, _folder.PathOf(Guid.NewGuid().ToString("N")));
        using var known = MediaFile.FromBytes(new byte[100], "known.bin");
        await service.Client.UploadAsync(Robot, known, Once);
        ThrowingStream content = null!;
        content = new(new byte[100]) { AtRead = () => _ = content.Passes == pass && content.Position == 50 ? throw thrown : 0 };
        using var file = MediaFile.FromStream(content, "a.bin");
        MessageOutbox outbox = new(_folder.PathOf(Guid.NewGuid().ToString("N")), service.Time);

        var error = await Assert.ThrowsAnyAsync<WeComException>(() => throughOutbox
            ? new OutboxClient(service.Client, outbox).SendAsync("ops", RobotPool.Single(Robot), Outgoing.For(file), Once)
            : service.Client.SendAsync(RobotPool.Single(Robot), Outgoing.For(file), Once));

        AssertOurs(error, FailureCause.InvalidMedia);
        Assert.Empty(outbox.GetItems());
        await service.Client.SendAsync(Robot, Message, Once);
    }

    private static FailureCause CauseAt(Place place) => place < Place.WriteBody ? FailureCause.NotSent : FailureCause.OutcomeUnknown;

    private static void AssertOurs(WeComException error, FailureCause cause)
    {
        Assert.Equal((cause, "WeCom" + cause), (error.Cause, error.ErrorId));
        Assert.DoesNotContain(error.What, char.IsControl);
        Assert.DoesNotContain("()", error.What);
        Assert.DoesNotContain(": .", error.What);
        Keys.AssertAbsent(error);
    }

    private static Task ForAllAsync(Func<Exception, int, Task> test) => Task.WhenAll(ThrownTypes.All.Select((thrown, index) => Task.Run(async () =>
    {
        try
        {
            await test(thrown, index).InTimeAsync();
        }
        catch (Exception e)
        {
            Assert.Fail($"{thrown.GetType().Name} '{thrown.Message}': {e}");
        }
    })));

    private sealed class Service : IDisposable
    {
        public Service(Place place, Func<Exception>? error, string? stateFolder = null)
        {
            var isFirst = true;
            Handler = new(error is null ? (Place)(-1) : place, error ?? (() => new InvalidOperationException()));
            Client = new(Time, NoLimit, stateFolder, () =>
            {
                var throws = isFirst && place == Place.Handler && error is not null;
                isFirst = false;
                return throws ? throw error!() : Handler;
            });
        }

        public VirtualTime Time { get; } = new();

        public ThrowingHandler Handler { get; }

        public RobotClient Client { get; }

        public void Dispose() => Client.Dispose();
    }

    /// <summary>Lets the time pass that the client would wait.</summary>
    private sealed class Hurry(VirtualTime time) : IProgress<DeliveryEvent>
    {
        public void Report(DeliveryEvent value)
        {
            if (value is DeliveryEvent.TryingAgain again)
            {
                _ = time.UntilTimersAsync(1).ContinueWith(_ => time.Advance(again.Left), TaskScheduler.Default);
            }
        }
    }
}
