using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Uploads;

/// <summary>How the service parses a Content-Disposition line.</summary>
public sealed class FileNameTests : SimulatorTest
{
    private const string Start = "Content-Disposition: form-data; ";

    [Theory]
    [InlineData("name=\"media\"; filename=\"测试 报告.txt\"", "测试 报告.txt")]
    [InlineData("name=\"media\";filename=\"a;b=c.txt\"; filelength=6", "a;b=c.txt")]
    [InlineData("name=media; filename=a.txt", "a.txt")]
    [InlineData("name=\"media\"; filename=\"=?utf-8?B?5rWL6K+V?=\"", "=_utf-8_B_5rWL6K+V_=")]
    [InlineData("filename=\"a.txt\"; name=\"media\"; filename*=utf-8''b.txt", "a.txt")]
    [InlineData("name=\"file\"; filename=\"a.xlsx\"", "a.xlsx")]
    [InlineData("name=upload; filename=\"a.xlsx\"", "a.xlsx")]
    public async Task Members_see_the_file_name_as_the_service_parses_it(string parameters, string displayName)
    {
        Assert.Equal(0, (await this.UploadAsync(new byte[6], disposition: Start + parameters)).ErrCode);
        var media = Server.Media.Single();
        Assert.Equal((displayName, Start + parameters), (media.DisplayName, media.ContentDisposition));
    }

    [Theory]
    [InlineData("name=\"media\"")]
    [InlineData("name=\"media\"; filename=\"\"")]
    [InlineData("name=\"media\"; filename*=utf-8''%E6%B5%8B.txt")]
    [InlineData("name=\"\"; filename=\"a.txt\"")]
    [InlineData("filename=\"a.txt\"")]
    public async Task A_section_without_a_name_or_a_file_name_is_no_media(string parameters) =>
        Assert.Equal(44001, (await this.UploadAsync(new byte[6], disposition: Start + parameters)).ErrCode);

    [Theory]
    [InlineData("", null)]
    [InlineData("; filelength=7", 7L)]
    [InlineData("; filelength=\"6\"", 6L)]
    [InlineData("; filelength=six", null)]
    public async Task The_file_length_is_optional_and_recorded(string parameter, long? recorded)
    {
        await this.UploadAsync(new byte[6], disposition: Start + "name=\"media\"; filename=\"a.txt\"" + parameter);
        Assert.Equal(recorded, Server.Media.Single().FileLength);
    }

    [Fact]
    public async Task The_default_form_of_dotnet_is_refused_for_its_quoted_boundary()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[6]), "media", "a.txt" } };
        var address = new System.Uri(Server.BaseAddress, $"cgi-bin/webhook/upload_media?key={Key}&type=file");
        Assert.Equal(44001, (await ReadAsync(await Http.PostAsync(address, form))).ErrCode);
    }
}
