using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.Client.Tests.Architecture;
using WeComRobot.Delivery;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>One table says what follows from an outcome: in the code, and in the help for people.</summary>
public class OutcomeTableTests
{
    // What a page says of an outcome, where in the row that stands, and in which words
    private static readonly Words English = new(
        "delivered", "closes the window", "leaves its pool", "a cached id is uploaded again, once", "kept, pending", "kept, unknown", "error, not kept");

    private static readonly Words Chinese = new("已送达", "关闭频率窗口", "退出机器人池", "缓存的 id 失效时，重新上传一次", "保存，pending", "保存，unknown", "报错，不保存");

    [Fact]
    public void The_page_holds_the_rows_of_the_code() =>
        Assert.Equal(OutcomeTable.Rows.Select(row => (row.Situation, Expected(row, English))), Rows("en-US", English));

    [Fact]
    public void The_Chinese_page_holds_them_in_the_same_order() =>
        Assert.Equal(OutcomeTable.Rows.Select(row => Expected(row, Chinese)), Rows("zh-CN", Chinese).Select(row => row.Follows));

    [Fact]
    public void Every_status_and_every_errcode_has_a_row()
    {
        var statuses = Enumerable.Range(201, 399).SelectMany(status => new[] { OutcomeTable.ForStatus(status, false), OutcomeTable.ForStatus(status, true) });
        var codes = Enumerable.Range(-1, 100_000).Where(code => code != 0).SelectMany(code =>
            new[] { OutcomeTable.ForErrorCode(code, "invalid param 'key'"), OutcomeTable.ForErrorCode(code, "") });
        Outcome[] ofNoAnswer =
        [
            OutcomeTable.NotConnected, OutcomeTable.BrokenOff, OutcomeTable.TruncatedBody, OutcomeTable.EncodedBody, OutcomeTable.UnexpectedBody, OutcomeTable.Delivered,
        ];

        Assert.Equal(OutcomeTable.Rows.ToHashSet(), statuses.Concat(codes).Concat(ofNoAnswer).ToHashSet());
    }

    // A slot that did not reach the service is free again, and one that may have is not
    [Fact]
    public void Only_what_was_surely_not_sent_gives_its_slot_back() => Assert.All(
        OutcomeTable.Rows, row => Assert.Equal(row.Cause == FailureCause.NotSent, row.Slot == SlotRule.Release));

    [Fact]
    public void Nothing_else_knows_an_errcode_that_has_a_row() => Assert.Equal(
        ["Delivery/OutcomeTable.cs", "Delivery/ServiceCodes.cs"],
        ClientSource.Files.Where(file => file.Text.Contains(nameof(ServiceCodes), StringComparison.Ordinal)).Select(file => file.Path).Order());

    private static Follows Expected(Outcome row, Words words) => row.Cause is not { } cause
        ? new(words.Delivered, "", false, false, false, "")
        : new(
            cause.ToString(),
            row.Retry.ToString(),
            row.Slot == SlotRule.CloseWindow,
            row.Pool == PoolRule.Leave,
            row.Media == MediaRule.Forget,
            row.MayHaveArrived ? words.Unknown : row.CanSucceedLater ? words.Pending : words.NotKept);

    private static IEnumerable<(string Situation, Follows Follows)> Rows(string culture, Words words) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "docs", culture, "about_WeComReliability.md"))
            .SkipWhile(line => !line.StartsWith('|') || !line.Contains("`-OnFailure Outbox`")).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => (cells[1], new Follows(
                cells[2].Split(' ', ',', '，', '（')[0],
                cells[3],
                cells[2].Contains(words.ClosesWindow, StringComparison.Ordinal),
                cells[2].Contains(words.LeavesPool, StringComparison.Ordinal),
                cells[2].Contains(words.UploadsAgain, StringComparison.Ordinal),
                cells[4])));

    private sealed record Words(
        string Delivered, string ClosesWindow, string LeavesPool, string UploadsAgain, string Pending, string Unknown, string NotKept);

    private sealed record Follows(string Cause, string Retry, bool ClosesWindow, bool LeavesPool, bool UploadsAgain, string Outbox);
}
