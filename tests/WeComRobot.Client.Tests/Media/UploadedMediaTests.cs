using System;
using System.Globalization;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>"该media_id仅三天内有效", "media_id只能是对应上传文件的机器人可以使用".</summary>
public class UploadedMediaTests
{
    private const string Robot = "qyapi.weixin.qq.com (key #11111111)";

    private static readonly DateTimeOffset Created = DateTimeOffset.FromUnixTimeSeconds(1380000000);

    private static readonly UploadedMedia Media = new()
    {
        MediaId = "1G6nrLmr5EC3MMb_-zK1dDdzmd0p7cNliYu9V5w7o8K0",
        Type = MediaType.File,
        Name = "报表.xlsx",
        Robot = Robot,
        CreatedAt = Created,
    };

    [Fact]
    public void An_upload_can_be_sent_by_its_robot_for_three_days()
    {
        Assert.Equal(Created.AddDays(3), Media.ExpiresAt);
        Assert.Equal(Media.MediaId, Media.IdFor(Robot, MediaType.File, Created.AddDays(3).AddTicks(-1)));
        var error = Refuse(Robot, MediaType.File, Created.AddDays(3));
        Assert.Contains(Created.AddDays(3).ToString("u", CultureInfo.InvariantCulture), error.Message);
    }

    [Fact]
    public void Another_robot_cannot_send_it()
    {
        const string other = "qyapi.weixin.qq.com (key #22222222)";
        var error = Refuse(other, MediaType.File, Created);
        Assert.Contains(Robot, error.Message);
        Assert.Contains(other, error.Message);
    }

    [Fact]
    public void An_upload_cannot_be_sent_as_another_type() => Refuse(Robot, MediaType.Voice, Created);

    [Fact]
    public void A_bare_id_is_left_to_the_service() =>
        Assert.Equal("MEDIA_ID", UploadedMedia.FromId("MEDIA_ID").IdFor(Robot, MediaType.Voice, DateTimeOffset.MaxValue));

    private static WeComException Refuse(string robot, MediaType type, DateTimeOffset now)
    {
        var error = Assert.Throws<WeComException>(() => Media.IdFor(robot, type, now));
        Assert.Equal(FailureCause.InvalidMedia, error.Cause);
        Assert.Contains("报表.xlsx", error.Message);
        Assert.NotNull(error.Remedy);
        return error;
    }
}
