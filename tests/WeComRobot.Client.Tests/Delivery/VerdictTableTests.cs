using System.IO;
using System.Linq;
using WeComRobot.Delivery;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>One table says what an outcome means: in the code, and in the help for people.</summary>
public class VerdictTableTests
{
    private const string Head = "| situation | cause | again |";

    [Fact]
    public void The_page_holds_the_rows_of_the_code()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "en-US", "about_WeComReliability.md"));
        var rows = page.SkipWhile(line => !line.StartsWith(Head)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => (Situation: cells[1], Cause: cells[2].Split(' ', ',')[0], Again: cells[3]));

        Assert.Equal(
            VerdictTable.Rows.Select(row => row.Cause is { } cause
                ? (row.Situation, Cause: cause.ToString(), Again: row.Again.ToString())
                : (row.Situation, Cause: "delivered", Again: "")),
            rows);
    }

    [Fact]
    public void Every_status_and_every_errcode_has_a_row()
    {
        var statuses = Enumerable.Range(201, 399).SelectMany(status => new[] { VerdictTable.OfStatus(status, false), VerdictTable.OfStatus(status, true) });
        var codes = Enumerable.Range(-1, 100_000).Where(code => code != 0).SelectMany(code =>
            new[] { VerdictTable.OfErrorCode(code, "invalid param 'key'"), VerdictTable.OfErrorCode(code, "") });
        VerdictRow[] ofNoAnswer =
        [
            VerdictTable.NotConnected, VerdictTable.BrokenOff, VerdictTable.CutBody, VerdictTable.EncodedBody, VerdictTable.ForeignBody, VerdictTable.Delivered,
        ];

        Assert.Equal(VerdictTable.Rows.ToHashSet(), statuses.Concat(codes).Concat(ofNoAnswer).ToHashSet());
    }
}
