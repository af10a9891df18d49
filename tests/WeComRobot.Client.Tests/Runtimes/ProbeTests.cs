using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting;
using WeComRobot.Delivery;
using WeComRobot.Reference;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Runtimes;

/// <summary>Each build does on the oldest runtime that it is for what it does on the newest.</summary>
public class ProbeTests
{
    [Theory, OnMono, OnNet8]
    public async Task The_runtime_is_the_expected_one(ProbeRuntime runtime)
    {
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "runtime");
        Assert.True(exitCode == 0, errors);
        Assert.StartsWith(runtime is ProbeRuntime.Mono ? "Mono " : ".NET 8.0.", Assert.Single(lines));
    }

    [Theory, OnMono, OnNet8]
    public async Task Every_message_type_and_a_chinese_file_name_arrive(ProbeRuntime runtime)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "send", robot.Server.Webhook().AbsoluteUri);
        Assert.True(exitCode == 0, errors);

        string[] types = ["text", "markdown", "markdown_v2", "image", "news", "file", "voice", "template_card", "template_card"];
        Assert.Equal(types.Select(type => "ok " + type), lines);
        Assert.Equal(types, robot.Server.Messages.Select(message => message.MessageType));
        Assert.Equal(["测试报表 🙂.txt", "voice.amr"], robot.Server.Media.Select(media => media.DisplayName));
        Assert.Equal(["file", "voice"], robot.Server.Media.Select(media => media.Type));

        string[] asTheyAre = ["text", "markdown", "markdown_v2", "news", "text_notice", "news_notice"];
        var bodies = robot.Server.Messages.Where(message => message.MessageType is not ("image" or "file" or "voice"));
        Assert.All(asTheyAre.Zip(bodies, (sample, message) => (sample, message.Body)), pair =>
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.Read(pair.sample)), JsonNode.Parse(pair.Body)), pair.Body));
        Assert.Contains("广州今日天气", robot.Server.Messages[0].Body);
    }

    [Theory, OnMono, OnNet8]
    public async Task A_refusal_is_reported_without_the_key(ProbeRuntime runtime)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { ErrCode = 93000 });
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "send", robot.Server.Webhook().AbsoluteUri);
        Assert.Equal(1, exitCode);
        Assert.Empty(lines);
        Assert.StartsWith("WeComWebhookRefused", errors);
        Assert.Contains("errcode 93000", errors);
        Keys.AssertAbsent(errors);
    }

    [Theory, OnMono, OnNet8]
    public async Task An_error_is_reported_in_the_users_language(ProbeRuntime runtime)
    {
        var (exitCode, _, errors) = await Probe.RunInAsync("zh_CN.UTF-8", runtime, "send", "http://127.0.0.1:1/send?key=" + Keys.First);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("WeComNotSent", errors);
        Assert.Contains("没有向 127.0.0.1:1", errors);
    }

    [Theory, OnMono, OnNet8]
    public async Task A_redirect_is_not_followed(ProbeRuntime runtime)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await using var other = await SimulatedRobot.StartAsync();
        var location = other.Server.Webhook().AbsoluteUri;
        robot.Server.Script(new Fault { Status = 307, Headers = new Dictionary<string, string> { ["Location"] = location } });
        var (exitCode, _, errors) = await Probe.RunAsync(runtime, "send", robot.Server.Webhook().AbsoluteUri);
        Assert.Equal(1, exitCode);
        Assert.Contains("HTTP 307", errors);
        Assert.Equal(0, other.Server.RequestCount);
    }

    [Theory, OnMono, OnNet8]
    public async Task A_refused_connection_sent_nothing(ProbeRuntime runtime)
    {
        var gone = await SimulatorServer.StartAsync(new SimulatorOptions { Keys = [Keys.First] });
        await gone.DisposeAsync();
        var (exitCode, _, errors) = await Probe.RunAsync(runtime, "send", gone.Webhook().AbsoluteUri);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("WeComNotSent", errors);
        Keys.AssertAbsent(errors);
    }

    [Theory, OnMono, OnNet8]
    public async Task A_post_that_is_cut_on_a_kept_connection_is_not_repeated(ProbeRuntime runtime)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault(), new Fault { Cut = FaultCut.After, Accept = true });
        var (exitCode, _, errors) = await Probe.RunAsync(runtime, "send", robot.Server.Webhook().AbsoluteUri);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("WeComOutcomeUnknown", errors);
        Assert.Equal(["text", "markdown"], robot.Server.Messages.Select(message => message.MessageType));
        Keys.AssertAbsent(errors);
    }

    [Theory, OnMono, OnNet8]
    public async Task Window_and_outbox_are_shared_with_the_newest(ProbeRuntime runtime)
    {
        using var folder = new TestFolder();
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { ErrCode = -1 }, new Fault(), new Fault { ErrCode = 45033 });
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "outbox", robot.Server.Webhook().AbsoluteUri, folder.FullName);
        Assert.True(exitCode == 0, errors);
        Assert.Equal(["text Pending, file Pending", "kept Pending text", "kept Pending file 报表.txt", "left 0, used 4"], lines);
        Assert.Equal(["text", "file"], robot.Server.Messages.Select(message => message.MessageType));

        using var newest = new RobotClient(stateFolder: folder.FullName);
        Assert.Equal(4, newest.GetRateWindow(robot.Address).Used);
    }

    [Theory, OnMono, OnNet8]
    public async Task The_reference_says_what_it_says_on_the_newest(ProbeRuntime runtime)
    {
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "reference");
        Assert.True(exitCode == 0, errors);
        Assert.Equal(
            ErrorCodes.All.Select(info => info.Meaning + info.Remedy)
                .Concat(Agents.All.Select(agent => agent.Id + agent.Name + string.Concat<DocumentLink>(agent.Api)))
                .Concat(ApiLimits.All.Select(limit => limit.ToString())),
            lines.Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line))));
    }

    [Theory, OnMono, OnNet8]
    public async Task Text_and_Markdown_are_split_as_on_the_newest(ProbeRuntime runtime)
    {
        const string Signs = "👨\u200D👩\u200D👧\u200D👦 👩🏽\u200D💻 🇨🇳🇩🇪🇫🇷 1\uFE0F\u20E3 e\u0301 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F";
        var document = $"# 标题\n\n{Signs.Replace(" ", "")}{Signs}\n磁盘使用率告警，请相关同事注意。**今日**天气：`大部分多云`。\n\n" +
            "| 主机 | 状态 |\n|---|:-:|\n| web01 | ✅ |\n| web02 | ❌ |\n\n```sh\nls -l /var/log\ndf -h /data\ndu -sh /data/*\n```\n> 引用\n> - 列表\n";
        using var folder = new TestFolder();
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "split", folder.Write("document.md", Encoding.UTF8.GetBytes(document)));
        Assert.True(exitCode == 0, errors);
        Assert.Equal(
            TextSplitter.Split(document, 100).Concat(MarkdownSplitter.Split(document, 100)),
            lines.Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line))));
    }

    [Theory, OnMono, OnNet8]
    public async Task The_cmdlets_load_with_all_their_types_members_and_attributes(ProbeRuntime runtime)
    {
        var edition = runtime is ProbeRuntime.Mono ? "Desktop" : "Core";
        var (exitCode, lines, errors) = await Probe.RunAsync(runtime, "load", Path.Combine(Repository.Root, "bin", edition, "WeComRobot.dll"));
        Assert.True(exitCode == 0, errors);
        Assert.Matches("^ok WeComRobot.dll [1-9][0-9]* types$", Assert.Single(lines));
    }
}
