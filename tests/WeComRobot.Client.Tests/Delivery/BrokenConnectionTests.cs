using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>architecture.md#retries: what was surely not sent is told from what may have arrived.</summary>
public class BrokenConnectionTests
{
    [Fact]
    public async Task A_refused_connection_sent_nothing_and_takes_no_slot()
    {
        await using var robot = await SimulatedRobot.StartAsync(new VirtualTime(), limit: new RateLimit(1, TimeSpan.FromMinutes(1)));
        var gone = await SimulatorServer.StartAsync(new SimulatorOptions { Keys = [Keys.First] });
        await gone.DisposeAsync();

        var dead = WebhookAddress.Parse(gone.Webhook().AbsoluteUri);
        var error = await robot.FailAsync(robot.Client.SendAsync(dead, Sample.Edited("text"), robot.Options));
        Assert.Equal((FailureCause.NotSent, false), (error.Cause, error.IsTimeout));
        Assert.Contains(dead.ToString(), error.Message);
        Assert.NotNull(error.Remedy);

        // The same key has the one slot of its minute still
        await robot.SendTextAsync();
        Assert.Empty(robot.Observer.Waits);
    }

    [Theory]
    [InlineData(FaultCut.Before, null)]
    [InlineData(FaultCut.After, null)]
    [InlineData(FaultCut.After, true)]
    public async Task A_cut_after_the_post_began_may_have_arrived(FaultCut cut, bool? accept)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Cut = cut, Accept = accept });
        Assert.Equal((FailureCause.OutcomeUnknown, false), (error.Cause, error.IsTimeout));
        Assert.Contains("may have arrived", error.Message);
        Assert.NotNull(error.Remedy);

        // It was posted once: nobody but the user can know whether to repeat it
        Assert.Equal(1, robot.Server.RequestCount);
        Assert.Equal(accept is null ? 0 : 1, robot.Server.Messages.Count);
    }

    [Theory]
    [InlineData(FaultCut.Before)]
    [InlineData(FaultCut.After)]
    public async Task A_cut_on_a_kept_connection_is_not_repeated_behind_the_senders_back(FaultCut cut)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.SendTextAsync();

        var error = await robot.FailAsync(new Fault { Cut = cut });
        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
        Assert.Equal(2, robot.Server.RequestCount);
    }

    [Fact]
    public async Task An_upload_that_is_cut_fails_as_well()
    {
        using var folder = new TestFolder();
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { Cut = FaultCut.After });
        var error = await robot.FailAsync(robot.UploadAsync(folder.Write("a.txt", new byte[6])));
        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
    }

    [Fact]
    public async Task An_answer_that_ends_too_early_may_have_arrived()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault
        {
            Body = "{\"errcode\":0,",
            Headers = new Dictionary<string, string> { ["Content-Length"] = "27" },
        });
        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task A_server_that_speaks_no_http_may_have_taken_it(string bytes)
    {
        using var server = new RawServer(stream => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes)).AsTask());
        using var client = new RobotClient();
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client.SendAsync(server.Address, Sample.Edited("text"), new() { MaxRetry = 0 }));
        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
        Keys.AssertAbsent(error);
    }

    [Fact]
    public async Task A_service_without_tls_gets_nothing()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var secure = WebhookAddress.Parse(robot.Server.Webhook().AbsoluteUri.Replace("http:", "https:"));
        var error = await robot.FailAsync(robot.Client.SendAsync(secure, Sample.Edited("text")));
        Assert.Equal((FailureCause.NotSent, false), (error.Cause, error.IsTimeout));
        Assert.Equal(0, robot.Server.RequestCount);
    }

    [Fact]
    public async Task An_endless_answer_is_read_to_a_limit_only()
    {
        const long most = 64 * 1024 * 1024;
        long written = 0;
        using var server = new RawServer(WriteEndlesslyAsync);
        using var client = new RobotClient();
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client.SendAsync(server.Address, Sample.Edited("text"), new() { MaxRetry = 0 }));
        Assert.Equal(FailureCause.UnexpectedAnswer, error.Cause);
        Assert.True(error.Message.Length < 500);
        await server.Head;
        Assert.True(written < most, "The client took all of it.");

        async Task WriteEndlesslyAsync(NetworkStream stream)
        {
            var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"u8.ToArray());
            try
            {
                for (; written < most; written += block.Length)
                {
                    await stream.WriteAsync(block);
                }
            }
            catch (IOException)
            {
                // The client has gone, as it should
            }
        }
    }
}
