using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>The simulator, written from the documents alone and with their limits, takes every part.</summary>
public class SimulatedCorpusTests
{
    // Few enough for the simulator's 1000 messages a minute
    private const int Documents = 100;

    [Fact]
    public Task The_service_accepts_all_parts_of_texts() => AssertAcceptedAsync(seed => Marked.Text(new RandomText(new(seed)).Text(TextMessage.MaxContentBytes)));

    [Fact]
    public Task The_service_accepts_all_parts_of_Markdown() =>
        AssertAcceptedAsync(seed => Marked.Markdown(RandomMarkdown.Document(new(seed), MarkdownBody.MaxContentBytes)));

    [Fact]
    public Task The_service_accepts_all_parts_of_Markdown_v2() =>
        AssertAcceptedAsync(seed => Marked.MarkdownV2(RandomMarkdown.Document(new(seed + Documents), MarkdownBody.MaxContentBytes)));

    [Theory]
    [MemberData(nameof(RealisticDocuments.Names), MemberType = typeof(RealisticDocuments))]
    public async Task The_service_accepts_all_parts_of_what_people_send(string name)
    {
        var document = RealisticDocuments.Read(name);
        await using var robot = await SimulatedRobot.StartAsync();
        foreach (var message in new ContentMessage[] { Marked.Text(document), Marked.Markdown(document), Marked.MarkdownV2(document) })
        {
            Assert.True(await PostAsync(robot, message) > 1);
        }
    }

    private static async Task AssertAcceptedAsync(Func<int, ContentMessage> make)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var posted = 0;
        for (var seed = 0; seed < Documents; seed++)
        {
            posted += await PostAsync(robot, make(seed));
        }

        Assert.InRange(posted, 2 * Documents, 1000);
    }

    /// <summary>How many parts were posted; one that is refused throws.</summary>
    private static async Task<int> PostAsync(SimulatedRobot robot, ContentMessage message)
    {
        var before = robot.Server.Messages.Count;
        var parts = Marked.Plan(message);
        foreach (var part in parts)
        {
            MessageCheck.ThrowIfInvalid(part);
            await robot.SendAsync(part);
        }

        Assert.Equal(before + parts.Count, robot.Server.Messages.Count);
        return parts.Count;
    }
}
