using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>What stands on the wire before the body.</summary>
public class RequestTests
{
    private const string Ok = """{"errcode":0,"errmsg":"ok","media_id":"MEDIA_ID"}""";

    [Fact]
    public async Task A_message_is_posted_as_json()
    {
        using var server = new RawServer(AnswerOkAsync);
        using var client = new RobotClient();
        await client.SendAsync(server.Address, Sample.Edited("text_hello"));
        var head = await server.Head;
        Assert.StartsWith($"POST /cgi-bin/webhook/send?key={Keys.First} HTTP/1.1\r\n", head);
        Assert.Contains("\r\nContent-Type: application/json", head);
        Assert.Contains("\r\nContent-Length: ", head);
        Assert.DoesNotContain("\r\nExpect:", head);
    }

    [Fact]
    public async Task A_file_is_posted_with_an_unquoted_boundary_and_its_length()
    {
        using var folder = new TestFolder();
        using var server = new RawServer(AnswerOkAsync);
        using var client = new RobotClient();
        using var file = MediaFile.Open(folder.Write("测试.txt", new byte[6]), MediaType.File);
        await client.UploadAsync(server.Address, file);
        var head = await server.Head;
        Assert.StartsWith($"POST /cgi-bin/webhook/upload_media?key={Keys.First}&type=file HTTP/1.1\r\n", head);
        Assert.Matches("\r\nContent-Type: multipart/form-data; boundary=[-0-9a-zA-Z]+\r\n", head);
        Assert.Contains("\r\nContent-Length: ", head);
        Assert.DoesNotContain("\r\nExpect:", head);
    }

    private static Task AnswerOkAsync(NetworkStream stream) => stream.WriteAsync(Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Ok.Length}\r\n\r\n{Ok}")).AsTask();
}
