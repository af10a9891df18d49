using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What people send comes well out of both splitters, at the official limits and far below.</summary>
public class RealisticTests
{
    [Theory]
    [MemberData(nameof(RealisticDocuments.Names), MemberType = typeof(RealisticDocuments))]
    public void As_Markdown_it_reads_as_before(string name)
    {
        var document = RealisticDocuments.Read(name);
        foreach (var limit in new[] { MarkdownBody.MaxContentBytes, 2000, 999, 512, 300, 200 })
        {
            Assert.Null(MarkdownOracle.Problem(document, limit, MarkdownSplitter.Split(document, limit)));
        }
    }

    [Theory]
    [MemberData(nameof(RealisticDocuments.Names), MemberType = typeof(RealisticDocuments))]
    public void As_text_it_reads_as_before(string name)
    {
        var document = RealisticDocuments.Read(name);
        foreach (var limit in new[] { TextMessage.MaxContentBytes, 999, 512, 300, 200, 64 })
        {
            Assert.Null(TextOracle.Problem(document, limit, TextSplitter.Split(document, limit)));
        }
    }
}
