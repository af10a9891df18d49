using System.Text;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>"不超过128个字节，超过会自动截断", "不超过512个字节，超过会自动截断".</summary>
public class ArticleCutTests
{
    private static readonly Article Short = new() { Title = "中秋节", Description = "豪礼", Url = "www.qq.com", PictureUrl = "p" };

    [Fact]
    public void An_article_within_the_limits_is_unchanged()
    {
        var full = Short with { Title = Rules.TextOfBytes("中", 128), Description = Rules.TextOfBytes("🙂", 512) };
        Assert.Equal(Short, ArticleCut.Fit(Short));
        Assert.Equal(full, ArticleCut.Fit(full));
    }

    [Fact]
    public void Null_texts_stay_null() => Assert.Equal(new Article(), ArticleCut.Fit(new Article()));

    [Theory]
    [InlineData("a", 128, 512)]
    [InlineData("é", 128, 512)]
    [InlineData("中", 126, 510)]
    [InlineData("🙂", 128, 512)]
    public void A_longer_text_is_cut_between_code_points(string unit, int titleBytes, int descriptionBytes)
    {
        var cut = ArticleCut.Fit(Short with { Title = Rules.Repeat(unit, 600), Description = Rules.Repeat(unit, 600) });
        Assert.Equal(Rules.TextOfBytes(unit, titleBytes), cut.Title);
        Assert.Equal(Rules.TextOfBytes(unit, descriptionBytes), cut.Description);
        Assert.Equal((Short.Url, Short.PictureUrl), (cut.Url, cut.PictureUrl));
    }

    [Theory]
    [InlineData(124, true)]
    [InlineData(125, false)]
    [InlineData(126, false)]
    [InlineData(127, false)]
    [InlineData(128, false)]
    public void An_emoji_at_the_limit_is_kept_or_dropped_as_a_whole(int before, bool isKept)
    {
        var text = new string('a', before);
        var cut = ArticleCut.Fit(Short with { Title = text + "🙂tail" });
        Assert.Equal(isKept ? text + "🙂" : text, cut.Title);
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut.Title!)), cut.Title);
    }

    [Fact]
    public void A_lone_surrogate_counts_as_the_three_bytes_that_it_is_sent_as()
    {
        var cut = ArticleCut.Fit(Short with { Title = new string('\ud83d', 50) });
        Assert.Equal(new string('\ud83d', 42), cut.Title);
    }
}
